// Reminders: a short request with Done and Not now.
import type { Audience } from '../domain/audience.ts';
import { type Ask, addPrompts, type Planner } from './asking.ts';
import type { Database } from './database.ts';
import { record } from './history.ts';

type NewReminder = {
  readonly id: string;
  readonly text: string;
  readonly link: string | null;
  readonly audience: Audience;
  readonly createdBy: string;
};

export const reminders = (db: Database, ccgCode: string) => ({
  /** Keeps a reminder and plans a prompt for each person. All or nothing; a second time with the same id, nothing. */
  send: (reminder: NewReminder, asks: readonly Ask[], plan: Planner, now: Date): Promise<void> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.reminder.createMany({ data: [{ ccgCode, ...reminder, createdAt: now }], skipDuplicates: true });
      if (count === 0) return;
      await addPrompts(tx, ccgCode, { about: { reminderId: reminder.id }, kind: 'reminder', asks, plan, now });
      await record(tx, ccgCode, now, { kind: 'reminder_sent', actorId: reminder.createdBy, about: reminder.id });
    }),
});
