// When somebody may be written to, as they told us. What waits for them is rescheduled whenever
// that changes.

import type { Reschedule } from '../../domain/sending/reschedule.ts';
import type { Availability } from '../../domain/time/sending-window.ts';
import { type Database, lockBudgets, type Transaction } from '../database.ts';
import { rescheduleAll } from '../sending/reschedule.ts';

export const availability = (db: Database, ccgCode: string) => ({
  changeAvailability: (
    id: string,
    change: Partial<Availability>,
    decide: Reschedule,
    now: Date,
  ): Promise<void> =>
    db.$transaction(async (tx) => {
      await lockBudgets(tx, ccgCode);
      await changeAvailability(tx, ccgCode, id, change, decide, now);
    }),
});

/**
 * To be called under the lock of budgets. What has no slot yet, such as a chase of next week, waits
 * for its moment as before.
 */
export const changeAvailability = async (
  tx: Transaction,
  ccgCode: string,
  id: string,
  { workingDays, ...change }: Partial<Availability>,
  decide: Reschedule,
  now: Date,
): Promise<void> => {
  const data = { ...change, ...(workingDays ? { workingDays: [...workingDays] } : {}) };
  await tx.person.update({ where: { ccgCode_id: { ccgCode, id } }, data });
  await rescheduleAll(tx, ccgCode, { personId: id, slot: { not: null } }, decide, now);
};
