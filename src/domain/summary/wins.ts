// What works: wins that members shared and how far each has spread, newest first, so that nobody is
// ranked.
import { formatDay } from '../time/calendar.ts';
import { describeSpread, type WinFacts } from '../wins/wins.ts';
import type { SummaryFacts } from './facts.ts';
import type { Section } from './shapes.ts';

/** How many wins are worth a line. */
const LATEST_WINS = 5;

type WinSectionFacts = Pick<SummaryFacts, 'wins' | 'now' | 'words'>;

export const wins = (facts: WinSectionFacts): Section | undefined => {
  const latest = facts.wins
    .toSorted((a, b) => b.sharedAt.getTime() - a.sharedAt.getTime())
    .slice(0, LATEST_WINS);
  if (latest.length === 0) return undefined;
  return {
    title: 'What works',
    shapes: [{ shape: 'text', lines: latest.map((win) => describeWin(win, facts)) }],
  };
};

const describeWin = (win: WinFacts, { now, words }: WinSectionFacts) => {
  const where = [
    win.practice ?? `the ${words.organisation}`,
    ...(win.area ? [win.area] : []),
    formatDay(win.sharedAt, now),
  ];
  return [`“${win.what}” (${where.join(', ')}): ${win.result}`, describeSpread(win)]
    .filter(Boolean)
    .map(asSentence)
    .join(' ');
};

const asSentence = (text: string) => (/[.?]$/.test(text) ? text : `${text}.`);
