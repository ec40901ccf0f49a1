// Deliveries whose moment has come but that have no place in this week: chases, and what missed its window while the bot was down.
import { weekOf } from '../domain/calendar.ts';
import type { Plan, Reservation } from '../domain/planning.ts';
import { type Database, lockBudgets } from './database.ts';
import type { DeliveryWhereInput } from './generated/prisma/models.ts';
import { readReservations, toDelivery } from './prompts.ts';

export type WaitingDelivery = {
  readonly seconds: number;
  readonly quietUntil: Date | null;
  /** The round's closing time, where it is about one. */
  readonly closesAt: Date | null;
  readonly reservations: readonly Reservation[];
};

export type Decide = (waiting: WaitingDelivery) => Plan | { readonly noRoom: Plan['reason'] | 'outside_window' };

/** Gives each of them a place in a week, as `decide` says. `isSendingTime`: whether anything may be sent at this moment at all. */
export const placeWaiting = async (
  db: Database,
  ccgCode: string,
  now: Date,
  isSendingTime: boolean,
  decide: Decide,
): Promise<void> => {
  const which: DeliveryWhereInput = {
    ccgCode,
    state: { in: ['due', 'held'] },
    dueAt: { lte: now },
    ...(isSendingTime ? notPlacedNow(now) : {}),
  };
  if ((await db.delivery.count({ where: which })) === 0) return;
  await db.$transaction(async (tx) => {
    await lockBudgets(tx, ccgCode);
    const rows = await tx.delivery.findMany({
      where: which,
      include: { person: true, prompt: { include: { round: true } } },
      orderBy: { dueAt: 'asc' },
    });
    for (const row of rows) {
      const reservations = (await readReservations(tx, ccgCode, [row.personId])).get(row.personId) ?? [];
      const waiting = {
        seconds: row.prompt.seconds,
        quietUntil: row.person.quietUntil,
        closesAt: row.prompt.round?.closesAt ?? null,
        reservations: reservations.filter(({ deliveryId }) => deliveryId !== row.id),
      };
      await tx.delivery.update({ where: { ccgCode_id: { ccgCode, id: row.id } }, data: toDelivery(decide(waiting), now) });
    }
  });
};

const notPlacedNow = (now: Date): DeliveryWhereInput => ({
  OR: [{ week: null }, { week: { not: new Date(weekOf(now)) } }, { person: { quietUntil: { gt: now } } }],
});
