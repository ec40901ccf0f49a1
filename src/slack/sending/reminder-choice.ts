import { z } from 'zod';
import { firstSending, isForLater } from '../../domain/sending/reminder-days.ts';
import { type Repeat, repeats } from '../../domain/sending/series.ts';
import { audienceSchema } from '../../domain/surveys/audience.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import { text } from '../ui/modals.ts';

/** A bar would begin the label of a link in mrkdwn. */
const link = z
  .url({ protocol: /^https$/ })
  .transform((given) => new URL(given).href.replaceAll('|', '%7C'));

/**
 * The reminder that a lead has written, kept with the modal that shows them what it asks of people.
 * Its id makes sending it twice the same as sending it once.
 */
export const reminderChoiceSchema = z.object({
  id: z.uuid(),
  text: text.min(1).max(500),
  link: link.nullable(),
  audience: audienceSchema,
  by: z.iso.date().nullable(),
  when: z.iso.date().nullable(),
  repeat: z.enum(Object.keys(repeats) as Repeat[]),
  named: z.boolean(),
});
export type ReminderChoice = z.infer<typeof reminderChoiceSchema>;

/** “First on Tuesday 15 September”, “then every month”; nothing for one that is sent now. */
export const describeRepeat = (choice: ReminderChoice, now: Date): string[] => {
  if (!isForLater(choice, now)) return [];
  const day = formatDay(firstSending(choice, now), now);
  return choice.repeat === 'once'
    ? [`On ${day}`]
    : [`First on ${day}`, `then ${repeats[choice.repeat].toLowerCase()}`];
};
