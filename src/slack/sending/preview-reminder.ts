import type { Refusal } from '../../domain/refusal.ts';
import { daysToDoIt, doneByDay, firstSending } from '../../domain/sending/reminder-days.ts';
import { lastMoment, REMINDER_SECONDS } from '../../domain/sending/reminders.ts';
import { previewSending, type SendPreview } from '../../domain/sending/send-preview.ts';
import { recipients } from '../../domain/surveys/practice-unit.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import type { ReminderChoice } from './reminder-choice.ts';

/** Whom the reminder would reach on the day it is first sent, and when. */
export const previewReminder = async (
  { ccgStore, ccg, now }: MemberInteraction,
  choice: ReminderChoice,
): Promise<SendPreview | Refusal> => {
  const sentAt = firstSending(choice, now);
  const before = lastMoment(doneByDay(daysToDoIt(choice, now), sentAt), sentAt);
  const audienceData = await ccgStore.audienceData(choice.audience);
  const { people } = recipients(choice.audience, 'person', audienceData);
  const reservations = await ccgStore.prompts.reservations(
    people.map(({ id }) => id),
    sentAt,
  );
  const sending = { people, seconds: REMINDER_SECONDS, reservations, before };
  return previewSending(sending, ccg.settings, sentAt);
};
