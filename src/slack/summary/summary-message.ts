// The summary as Slack shows it.

import type { SummaryFacts } from '../../domain/summary/facts.ts';
import { opening } from '../../domain/summary/headline.ts';
import { summarise, summariseOverTime } from '../../domain/summary/sections.ts';
import type { Section } from '../../domain/summary/shapes.ts';
import { formatMonth } from '../../domain/time/calendar.ts';
import { escapeMrkdwn, type Message, section } from '../ui/blocks.ts';
import { drawSections, inWords } from '../ui/shapes.ts';

export const summaryMessage = (facts: SummaryFacts): Message =>
  toMessage(`${facts.name}: ${formatMonth(facts.now)}`, opening(facts), summarise(facts));

/**
 * The last surveys compared, in a message of its own because Slack limits the charts in a message.
 * Nothing until there are surveys to compare.
 */
export const overTimeMessage = (facts: SummaryFacts): Message | undefined => {
  const sections = summariseOverTime(facts);
  return sections.length > 0
    ? toMessage(`${facts.name}: over time`, 'The last surveys beside each other.', sections)
    : undefined;
};

const toMessage = (title: string, first: string, sections: readonly Section[]): Message => ({
  text: [title, first, ...sections.map(inWords)].join('\n'),
  blocks: [section(`*${escapeMrkdwn(title)}*\n${escapeMrkdwn(first)}`), ...drawSections(sections)],
});
