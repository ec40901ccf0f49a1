// What comes next: surveys that are open, and those planned for the month ahead. Reminders go to
// those they are for, and stand here not.

import { describeRhythm } from '../sending/series.ts';
import { addMonths, formatDay } from '../time/calendar.ts';
import type { SummaryFacts } from './facts.ts';
import type { Section } from './shapes.ts';

/** More is not read. */
const MAX_LINES = 5;

export const comingUp = ({ rounds, planned, now }: SummaryFacts): Section | undefined => {
  const open = rounds
    .filter(({ closedAt }) => closedAt === null)
    .map(({ title, closesAt }) => ({
      at: closesAt,
      line: `“${title}” is open until ${formatDay(closesAt, now)}`,
    }));
  const soon = planned
    .filter(({ nextAt }) => nextAt > now && nextAt < addMonths(now, 1))
    .flatMap(({ asking, nextAt, repeat, firstAt }) =>
      asking.kind === 'survey'
        ? [
            {
              at: nextAt,
              line: `“${asking.title}” opens on ${formatDay(nextAt, now)}${often(repeat, firstAt)}`,
            },
          ]
        : [],
    );
  const lines = [...open, ...soon]
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ line }) => line);
  return lines.length > 0
    ? { title: 'Coming up', shapes: [{ shape: 'text', lines: lines.slice(0, MAX_LINES) }] }
    : undefined;
};

const often = (repeat: SummaryFacts['planned'][number]['repeat'], firstAt: Date) =>
  repeat === 'once' ? '' : `, ${describeRhythm(repeat, firstAt)}`;
