// What the bot has asked of members, beside what it may ask.

import { formatDuration } from '../text/words.ts';
import { formatDay } from '../time/calendar.ts';
import type { SummaryFacts } from './facts.ts';
import type { Section } from './shapes.ts';

export const timeAsked = ({ asked, monthlySeconds, now }: SummaryFacts): Section | undefined => {
  if (asked.people === 0) return undefined;
  const each = Math.round(asked.seconds / asked.people);
  return {
    title: 'Your time',
    shapes: [
      {
        shape: 'text',
        lines: [
          `Since ${formatDay(asked.since, now)} we have asked ${asked.people} members for ` +
            `${formatDuration(asked.seconds)} in all: ${formatDuration(each)} each on average, ` +
            `of at most ${formatDuration(monthlySeconds)} a month.`,
        ],
      },
    ],
  };
};
