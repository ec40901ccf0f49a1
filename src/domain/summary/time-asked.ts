// What the bot has asked of members, beside what it may ask.

import { sayDuration } from '../text/words.ts';
import { sayDay } from '../time/calendar.ts';
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
          `Since ${sayDay(asked.since, now)} we have asked ${asked.people} members for ${sayDuration(asked.seconds)} in all: ${sayDuration(each)} each on average, of at most ${sayDuration(monthlySeconds)} a month.`,
        ],
      },
    ],
  };
};
