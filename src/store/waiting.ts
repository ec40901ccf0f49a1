// Deliveries whose moment has come but that have no place in this week: chases, and what missed its window while the bot was down.
import { weekOf } from '../domain/calendar.ts';
import type { DeliveryKind } from '../domain/deliveries.ts';
import type { Plan, Reservation } from '../domain/planning.ts';
import { readReservations, toDelivery } from './asking.ts';
import { type Database, lockBudgets } from './database.ts';
import type { DeliveryWhereInput, RequestModel } from './generated/prisma/models.ts';

export type WaitingDelivery = {
  readonly kind: DeliveryKind;
  readonly seconds: number;
  readonly quietUntil: Date | null;
  /** When the round closes, the reminder is to be done by, or the request lapses. */
  readonly closesAt: Date | null;
  readonly reservations: readonly Reservation[];
};

export type Decide = (waiting: WaitingDelivery) => Plan | { readonly noRoom: Plan['reason'] | 'outside_window' };

/** What may be sent at this moment: requests of colleagues in working hours, all else in the sending window. */
export type SendableNow = { readonly requests: boolean; readonly others: boolean };

/** Gives each of them a place in a week, as `decide` says. */
export const placeWaiting = async (
  db: Database,
  ccgCode: string,
  now: Date,
  sendable: SendableNow,
  decide: Decide,
): Promise<void> => {
  const which: DeliveryWhereInput = {
    ccgCode,
    state: { in: ['due', 'held'] },
    dueAt: { lte: now },
    OR: [
      { kind: 'request', ...(sendable.requests ? notPlacedNow(now) : {}) },
      { kind: { not: 'request' }, ...(sendable.others ? notPlacedNow(now) : {}) },
    ],
  };
  if ((await db.delivery.count({ where: which })) === 0) return;
  await db.$transaction(async (tx) => {
    await lockBudgets(tx, ccgCode);
    const rows = await tx.delivery.findMany({
      where: which,
      include: { person: true, prompt: { include: { round: true, reminder: true, request: true } } },
      orderBy: { dueAt: 'asc' },
    });
    for (const row of rows) {
      const reservations = (await readReservations(tx, ccgCode, [row.personId])).get(row.personId) ?? [];
      const waiting = {
        kind: row.kind,
        seconds: row.prompt.seconds,
        quietUntil: row.person.quietUntil,
        closesAt: row.prompt.round?.closesAt ?? row.prompt.reminder?.doneBy ?? lapseOf(row) ?? null,
        reservations: reservations.filter(({ deliveryId }) => deliveryId !== row.id),
      };
      await tx.delivery.update({ where: { ccgCode_id: { ccgCode, id: row.id } }, data: toDelivery(decide(waiting), now) });
    }
  });
};

/** Quiet holds what waits for a reply, and not the news of one's own request. */
const quiet = (now: Date) => ({ person: { quietUntil: { gt: now } }, prompt: { outcome: 'waiting' as const } });

/** What became of a request is still worth hearing after it has lapsed. */
const lapseOf = ({ personId, prompt: { request } }: { personId: string; prompt: { request: RequestModel | null } }) =>
  request && request.fromId !== personId ? request.lapsesAt : undefined;

const notPlacedNow = (now: Date): DeliveryWhereInput => ({
  OR: [{ week: null }, { week: { not: new Date(weekOf(now)) } }, quiet(now)],
});
