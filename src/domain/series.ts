// What is still to be sent: on a day to come, once or again and again.
import { z } from 'zod';
import { addMonths } from './calendar.ts';
import { surveySchema } from './surveys.ts';

export const repeats = { once: 'Once', monthly: 'Every month', quarterly: 'Every three months', yearly: 'Every year' } as const;

export type Repeat = keyof typeof repeats;

/** A survey as a lead has put it together, or a reminder as a lead has written it. */
export const askingSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('survey'),
    template: z.string(),
    title: z.string().min(1).max(80),
    survey: surveySchema,
    anonymous: z.boolean(),
    unit: z.enum(['person', 'practice']),
    /** For how many days a round is open. */
    days: z.int().min(1).max(62),
    chases: z.int().min(0).max(2),
  }),
  z.object({
    kind: z.literal('reminder'),
    text: z.string().min(1).max(500),
    link: z.string().nullable(),
    /** Within how many days it is to be done, where that matters. */
    days: z.int().min(1).max(62).nullable(),
    named: z.boolean(),
  }),
]);

export type Asking = z.infer<typeof askingSchema>;

const MONTHS: Record<Repeat, number | undefined> = { once: undefined, monthly: 1, quarterly: 3, yearly: 12 };

/** When it is sent next, counted from the first sending so that the last day of a month stays one; nothing where it is sent once. */
export const nextSending = (first: Date, repeat: Repeat, sendings: number): Date | undefined => {
  const months = MONTHS[repeat];
  return months === undefined ? undefined : addMonths(first, months * sendings);
};
