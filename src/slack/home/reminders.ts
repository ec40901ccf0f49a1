// What became of reminders, for engagement leads: how many have done it by locality, and who only where people were told so.

import type { Register } from '../../domain/roles/register.ts';
import { countDone, type DoneCount } from '../../domain/sending/reminders.ts';
import { list } from '../../domain/text/words.ts';
import { sayDay } from '../../domain/time/calendar.ts';
import type { ReminderWithTurnout } from '../../store/sending/reminders.ts';
import type { MemberVisit } from '../bolt/interaction.ts';
import { sayDeliveries } from '../sending/deliveries-report.ts';
import { type Block, safe, section, shorten } from '../ui/blocks.ts';

const LATEST_REMINDERS = 3;
/** As much of a reminder as it takes to know which it is. */
const MOST_WORDS = 80;

export const reminderBlocks = async (visit: MemberVisit, register: Register): Promise<Block[]> => {
  const reminders = await visit.home.reminders.recent(LATEST_REMINDERS);
  return reminders.map((reminder) => section(sayReminder(visit, register, reminder)));
};

const sayReminder = ({ ccg, now }: MemberVisit, register: Register, reminder: ReminderWithTurnout) => {
  const { text, doneBy, createdAt, deliveries, turnout, named } = reminder;
  const due = doneBy ? `, to be done by ${sayDay(doneBy, now)}` : '';
  const counts = countDone(turnout, register, ccg.settings);
  const replies = named ? [sayNames(reminder), sayGroups(counts ?? [])] : [sayCounts(counts)];
  return [
    `*Reminder:* ${safe(shorten(text, MOST_WORDS))} _${sayDay(createdAt, now)}${due}_`,
    sayDeliveries(deliveries, now),
    ...(turnout.length > 0 ? replies.map(safe) : []),
  ]
    .filter(Boolean)
    .join('\n');
};

/** Who has done it, never who has not. */
const sayNames = ({ turnout, doneByName }: ReminderWithTurnout) =>
  doneByName.length > 0
    ? `Done by ${doneByName.length} of ${turnout.length}: ${list(doneByName)}.`
    : `Done by none of ${turnout.length} yet.`;

const sayCounts = (counts: ReturnType<typeof countDone>) => {
  if (!counts) return 'It reached too few people to say how many have done it without saying who.';
  const sum = (what: 'done' | 'reached') => counts.reduce((total, each) => total + each[what], 0);
  return [`Done by ${sum('done')} of ${sum('reached')}.`, sayGroups(counts)].filter(Boolean).join(' ');
};

/** “Coast 4 of 9 · Elsewhere 3 of 9”. */
const sayGroups = (counts: readonly DoneCount[]) =>
  counts.length > 1 ? counts.map(({ name, done, reached }) => `${name} ${done} of ${reached}`).join(' · ') : '';
