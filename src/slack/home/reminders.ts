// What became of reminders, for engagement leads: how many have done it by locality, and who only
// where people were told so.

import type { Register } from '../../domain/roles/register.ts';
import { countDone, type DoneCount } from '../../domain/sending/reminders.ts';
import { joinList } from '../../domain/text/words.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { ReminderWithTurnout } from '../../store/sending/reminders.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { describeDeliveries } from '../sending/deliveries-report.ts';
import { type Block, escapeMrkdwn, section, truncate } from '../ui/blocks.ts';

const LATEST_REMINDERS = 3;
/** As much of a reminder as it takes to know which it is. */
const MAX_WORDS = 80;

export const reminderBlocks = async (
  interaction: MemberInteraction,
  register: Register,
): Promise<Block[]> => {
  const reminders = await interaction.ccgStore.reminders.recent(LATEST_REMINDERS);
  return reminders.map((reminder) => section(describeReminder(interaction, register, reminder)));
};

const describeReminder = (
  { ccg, now }: MemberInteraction,
  register: Register,
  reminder: ReminderWithTurnout,
) => {
  const { text, doneBy, createdAt, deliveries, turnout, named } = reminder;
  const due = doneBy ? `, to be done by ${formatDay(doneBy, now)}` : '';
  const counts = countDone(turnout, register, ccg.settings);
  const replies = named
    ? [formatNames(reminder), describeGroups(counts ?? [])]
    : [describeCounts(counts)];
  return [
    `*Reminder:* ${escapeMrkdwn(truncate(text, MAX_WORDS))} _${formatDay(createdAt, now)}${due}_`,
    describeDeliveries(deliveries, now),
    ...(turnout.length > 0 ? replies.map(escapeMrkdwn) : []),
  ]
    .filter(Boolean)
    .join('\n');
};

/** Who has done it, never who has not. */
const formatNames = ({ turnout, doneByName }: ReminderWithTurnout) =>
  doneByName.length > 0
    ? `Done by ${doneByName.length} of ${turnout.length}: ${joinList(doneByName)}.`
    : `Done by none of ${turnout.length} yet.`;

const describeCounts = (counts: ReturnType<typeof countDone>) => {
  if (!counts) return 'It reached too few people to say how many have done it without saying who.';
  const sum = (what: 'done' | 'reached') => counts.reduce((total, each) => total + each[what], 0);
  return [`Done by ${sum('done')} of ${sum('reached')}.`, describeGroups(counts)]
    .filter(Boolean)
    .join(' ');
};

/** “Coast 4 of 9 · Elsewhere 3 of 9”. */
const describeGroups = (counts: readonly DoneCount[]) =>
  counts.length > 1
    ? counts.map(({ name, done, reached }) => `${name} ${done} of ${reached}`).join(' · ')
    : '';
