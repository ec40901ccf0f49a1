// Deliveries that have no slot in somebody's week, or not the right one any more: chases, what
// missed its window, and everything for a person who changes their days.

import type { Reschedule, WaitingDelivery } from '../../domain/sending/reschedule.ts';
import { startOfMonth, weekOf } from '../../domain/time/calendar.ts';
import { type Database, lockBudgets, type Transaction } from '../database.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { DeliveryWhereInput } from '../generated/prisma/models.ts';
import { hasLighterTouch, withPractices } from '../people/lighter-touch.ts';
import { noSlot, toDelivery } from './create-prompts.ts';
import { endOf, isNewsOf, readReservations, withSubject } from './reservations.ts';

/**
 * What may be sent at this moment: requests of colleagues in working hours, all else in the sending
 * window.
 */
export type SendableNow = { readonly requests: boolean; readonly others: boolean };

/** Gives each whose moment has come a slot in a week, as `decide` says. */
export const rescheduleWaiting = async (
  db: Database,
  ccgCode: string,
  now: Date,
  sendable: SendableNow,
  decide: Reschedule,
): Promise<void> => {
  const which: DeliveryWhereInput = {
    dueAt: { lte: now },
    OR: [
      { kind: 'request', ...(sendable.requests ? withoutSlotNow(now) : {}) },
      { kind: { not: 'request' }, ...(sendable.others ? withoutSlotNow(now) : {}) },
    ],
  };
  if ((await db.delivery.count({ where: { ...which, ...waiting(ccgCode) } })) === 0) return;
  await db.$transaction(async (tx) => {
    await lockBudgets(tx, ccgCode);
    await rescheduleAll(tx, ccgCode, which, decide, now);
  });
};

/**
 * Takes waiting deliveries out of their slots, and gives each another: what must be sent soonest
 * chooses first.
 */
export const rescheduleAll = async (
  tx: Transaction,
  ccgCode: string,
  which: DeliveryWhereInput,
  decide: Reschedule,
  now: Date,
): Promise<void> => {
  const freed = await tx.delivery.updateManyAndReturn({
    where: { ...which, ...waiting(ccgCode) },
    data: noSlot,
    select: { id: true },
  });
  const ids = freed.map(({ id }) => id);
  const rows = await tx.delivery.findMany({
    where: { ccgCode, id: { in: ids } },
    include: withAll,
  });
  const taken = await readReservations(
    tx,
    ccgCode,
    [...new Set(rows.map(({ personId }) => personId))],
    now,
  );
  const all = rows.map((row) => ({
    ...toWaiting(row),
    id: row.id,
    personId: row.personId,
    before: endOf(row.prompt, now),
  }));
  for (const { id, personId, ...each } of all.sort(
    (a, b) => a.before.getTime() - b.before.getTime(),
  )) {
    const reservations = taken.get(personId) ?? [];
    const plan = decide({ ...each, reservations });
    await tx.delivery.update({
      where: { ccgCode_id: { ccgCode, id } },
      data: toDelivery(plan, now),
    });
    if (!('noRoom' in plan))
      taken.set(personId, [...reservations, { ...plan, seconds: each.seconds }]);
  }
};

const waiting = (ccgCode: string): DeliveryWhereInput => ({
  ccgCode,
  state: { in: ['due', 'held'] },
});

const withoutSlotNow = (now: Date): DeliveryWhereInput => ({
  OR: [
    { week: null },
    { week: { not: new Date(weekOf(now)) } },
    { dueAt: { lt: startOfMonth(now) } },
  ],
});

const withAll = { person: { include: withPractices }, prompt: { include: withSubject } } as const;

type WaitingRow = Prisma.DeliveryGetPayload<{ include: typeof withAll }>;

const toWaiting = ({
  kind,
  person,
  prompt,
}: WaitingRow): Omit<WaitingDelivery, 'before' | 'reservations'> => ({
  kind,
  person,
  isNews: isNewsOf(prompt),
  seconds: prompt.seconds,
  after: prompt.againAt,
  lighterTouch: hasLighterTouch(person),
});
