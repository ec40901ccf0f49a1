// The messages of a CCG that did not get out, counted by why: held back, given up, or perhaps
// arrived.
import type { Database } from '../database.ts';
import type { DeliveryReason, DeliveryState } from '../generated/prisma/enums.ts';

export type DeliveryCount = {
  readonly state: DeliveryState;
  readonly reason: DeliveryReason | null;
  readonly number: number;
};

/** What waits and why, and what was given up or stopped since then. */
export const readUndelivered = async (
  db: Database,
  ccgCode: string,
  since: Date,
): Promise<DeliveryCount[]> => {
  const waiting: DeliveryState[] = ['held', 'uncertain'];
  const ended: DeliveryState[] = ['failed', 'cancelled'];
  const rows = await db.delivery.groupBy({
    by: ['state', 'reason'],
    where: {
      ccgCode,
      OR: [{ state: { in: waiting } }, { state: { in: ended }, dueAt: { gte: since } }],
    },
    _count: true,
    orderBy: [{ state: 'asc' }, { reason: 'asc' }],
  });
  return rows.map(({ _count, ...row }) => ({ ...row, number: _count }));
};
