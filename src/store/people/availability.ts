// When somebody may be written to, as they told us. What waits for them is placed anew whenever that changes.

import type { Place } from '../../domain/sending/reschedule.ts';
import type { OwnTime } from '../../domain/time/sending-window.ts';
import { type Database, lockBudgets, type Transaction } from '../database.ts';
import { placeAnew } from '../sending/reschedule.ts';

export const ownTime = (db: Database, ccgCode: string) => ({
  changeOwnTime: (id: string, change: Partial<OwnTime>, place: Place, now: Date): Promise<void> =>
    db.$transaction(async (tx) => {
      await lockBudgets(tx, ccgCode);
      await changeOwnTime(tx, ccgCode, id, change, place, now);
    }),
});

/** To be called under the lock of budgets. What has no place yet, such as a chase of next week, waits for its moment as before. */
export const changeOwnTime = async (
  tx: Transaction,
  ccgCode: string,
  id: string,
  { workingDays, ...change }: Partial<OwnTime>,
  place: Place,
  now: Date,
): Promise<void> => {
  const data = { ...change, ...(workingDays ? { workingDays: [...workingDays] } : {}) };
  await tx.person.update({ where: { ccgCode_id: { ccgCode, id } }, data });
  await placeAnew(tx, ccgCode, { personId: id, place: { not: null } }, place, now);
};
