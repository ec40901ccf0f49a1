// What is still to be sent: on a day to come, once or again and again.
import { z } from 'zod';
import { surveyLimits, surveySchema } from '../surveys/surveys.ts';
import { capitalise } from '../text/words.ts';
import { addMonths, formatDay, formatOrdinal, londonDay } from '../time/calendar.ts';

export const repeats = {
  once: 'Once',
  monthly: 'Every month',
  quarterly: 'Every three months',
  yearly: 'Every year',
} as const;

export type Repeat = keyof typeof repeats;

/** A round is open for no longer. */
export const MAX_DAYS = 62;

export const surveyAskingSchema = z.object({
  kind: z.literal('survey'),
  template: z.string(),
  title: z.string().min(1).max(surveyLimits.title),
  survey: surveySchema,
  anonymous: z.boolean(),
  unit: z.enum(['person', 'practice']),
  /** For how many days a round is open. */
  days: z.int().min(1).max(MAX_DAYS),
  chases: z.int().min(0).max(2),
});

/** A survey as a lead has put it together, or a reminder as a lead has written it. */
export const askingSchema = z.discriminatedUnion('kind', [
  surveyAskingSchema,
  z.object({
    kind: z.literal('reminder'),
    text: z.string().min(1).max(500),
    link: z.string().nullable(),
    /** Within how many days it is to be done, where that matters. */
    days: z.int().min(1).max(62).nullable(),
    named: z.boolean(),
  }),
]);

export type PlannedPrompts = z.infer<typeof askingSchema>;

export type SurveyAsking = Extract<PlannedPrompts, { kind: 'survey' }>;

const MONTHS: Record<Repeat, number | undefined> = {
  once: undefined,
  monthly: 1,
  quarterly: 3,
  yearly: 12,
};

/** How often something is sent, from when, and how many of its times have passed. */
export type SeriesTimes = {
  readonly repeat: Repeat;
  readonly firstAt: Date;
  readonly sendings: number;
};

/**
 * The next time after `now`, and how many will have passed before it; times that passed unseen are
 * made up for once, not one by one. No time where it is sent once. Counted from the first time, so
 * that the last day of a month stays one.
 */
export const nextTime = (
  { repeat, firstAt, sendings }: SeriesTimes,
  now: Date,
): { sendings: number; nextAt: Date | undefined } => {
  const months = MONTHS[repeat];
  if (months === undefined) return { sendings: sendings + 1, nextAt: undefined };
  let passed = sendings + 1;
  while (addMonths(firstAt, months * passed) <= now) passed += 1;
  return { sendings: passed, nextAt: addMonths(firstAt, months * passed) };
};

/** “every month on the 7th”, for the middle of a sentence. */
export const describeRhythm = (repeat: Repeat, firstAt: Date): string => {
  const day = Number(londonDay(firstAt).slice(8));
  const on = ` on the ${formatOrdinal(firstAt)}${day > 28 ? ' or the last day before it' : ''}`;
  const isByMonth = repeat === 'monthly' || repeat === 'quarterly';
  return `${repeats[repeat].toLowerCase()}${isByMonth ? on : ''}`;
};

/**
 * “Every month on the 7th, from Monday 7 December”, or “On Monday 7 December” for what is sent
 * once.
 */
export const describeTimes = (repeat: Repeat, firstAt: Date, now: Date): string =>
  repeat === 'once'
    ? `On ${formatDay(firstAt, now)}`
    : `${capitalise(describeRhythm(repeat, firstAt))}, from ${formatDay(firstAt, now)}`;
