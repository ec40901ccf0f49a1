import { isRefusal } from '../../domain/refusal.ts';
import { planInBudget } from '../../domain/sending/planning.ts';
import {
  daysToDoIt,
  doneByDay,
  firstSending,
  isForLater,
} from '../../domain/sending/reminder-days.ts';
import { lastMoment } from '../../domain/sending/reminders.ts';
import { describeCost } from '../../domain/sending/send-preview.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { notice } from '../ui/blocks.ts';
import { previewReminder } from './preview-reminder.ts';
import { describeRepeat, type ReminderChoice } from './reminder-choice.ts';

/** Sends a reminder that its lead has looked at, or plans it for its day. */
export const sendReminder = (
  interaction: MemberInteraction,
  choice: ReminderChoice,
): Promise<Response> =>
  isForLater(choice, interaction.now) ? plan(interaction, choice) : sendNow(interaction, choice);

const plan = async (
  { ccgStore, person, now }: MemberInteraction,
  choice: ReminderChoice,
): Promise<Response> => {
  const { id, text, link, named, audience, repeat } = choice;
  const asking = { kind: 'reminder' as const, text, link, named, days: daysToDoIt(choice, now) };
  const firstAt = firstSending(choice, now);
  await ccgStore.series.add({ id, asking, audience, repeat, firstAt, createdBy: person.id }, now);
  const times = describeRepeat(choice, now).join(', ');
  return {
    modal: notice('Kept', `${times}. You find it on Home, where you can end it.`),
    home: true,
  };
};

const sendNow = async (
  interaction: MemberInteraction,
  choice: ReminderChoice,
): Promise<Response> => {
  const { ccgStore, ccg, person, now } = interaction;
  const { id, text, link, named, audience } = choice;
  const preview = await previewReminder(interaction, choice);
  if (isRefusal(preview)) return { modal: notice('Send a reminder', preview.refused) };
  const { asked, seconds } = preview;
  const doneBy = doneByDay(daysToDoIt(choice, now), now);
  await ccgStore.reminders.send(
    { id, text, link, named, audience, doneBy, createdBy: person.id },
    asked.map((each) => ({ personId: each.person.id, seconds })),
    planInBudget(ccg.settings, seconds, lastMoment(doneBy, now), now),
    now,
  );
  return { modal: notice('On its way', describeCost(preview, now).join(' ')), home: true };
};
