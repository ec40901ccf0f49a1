// The summary as Slack shows it.
import { sayMonth } from '../../domain/calendar.ts';
import type { SummaryFacts } from '../../domain/summary/facts.ts';
import { summarise } from '../../domain/summary/sections.ts';
import { type Message, safe, section } from '../blocks.ts';
import { drawSections, inWords } from './shapes.ts';

export const summaryMessage = (facts: SummaryFacts): Message => {
  const sections = summarise(facts);
  const title = `${facts.name}: ${sayMonth(facts.now)}`;
  return {
    text: [title, ...sections.map(inWords)].join('\n'),
    blocks: [section(`*${safe(title)}*`), ...drawSections(sections)],
  };
};
