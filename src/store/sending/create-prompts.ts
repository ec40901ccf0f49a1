// Asking people: a prompt for each, and the slots its deliveries take in their weeks.
import { randomUUID } from 'node:crypto';
import type { Reservation } from '../../domain/sending/capacity.ts';
import type { Displaced, NoRoom, Plan } from '../../domain/sending/planning.ts';
import type { Availability } from '../../domain/time/sending-window.ts';
import { lockBudgets, type Transaction } from '../database.ts';
import type { DeliveryKind, DeliveryReason } from '../generated/prisma/enums.ts';
import type { DeliveryWhereInput } from '../generated/prisma/models.ts';
import { readReservations } from './reservations.ts';

/** One person to be asked. What wants no reply is done from the start. */
export type PromptRequest = {
  readonly personId: string;
  readonly seconds: number;
  readonly outcome?: 'done';
  readonly practiceCode?: string;
};

/** Whose week it is. */
export type PromptedPerson = Availability & { readonly id: string };

/**
 * Decides when each person gets theirs, from the slots their weeks have left. Called inside the
 * transaction that reserves them.
 */
export type Planner = (
  person: PromptedPerson,
  reservations: readonly Reservation[],
) => Plan | NoRoom;

type NewPrompts = {
  readonly about:
    | { readonly roundId: string }
    | { readonly reminderId: string }
    | { readonly requestId: string };
  readonly kind: DeliveryKind;
  readonly asks: readonly (PromptRequest & {
    readonly groups?: Readonly<Record<string, string>>;
  })[];
  readonly plan: Planner;
  readonly now: Date;
};

/**
 * Adds a prompt and its first delivery for each person, planned under the lock that gives out
 * slots.
 */
export const createPrompts = async (
  tx: Transaction,
  ccgCode: string,
  { about, kind, asks, plan, now }: NewPrompts,
): Promise<void> => {
  await lockBudgets(tx, ccgCode);
  const ids = asks.map(({ personId }) => personId);
  await lockWaiting(tx, ccgCode, ids);
  const reservations = await readReservations(tx, ccgCode, ids, now);
  const people = await tx.person.findMany({ where: { ccgCode, id: { in: ids } } });
  const byId = new Map(people.map((person) => [person.id, person]));
  const rows = asks.flatMap(({ personId, ...ask }) => {
    const person = byId.get(personId);
    return person
      ? [
          {
            ...ask,
            personId,
            id: randomUUID(),
            planned: plan(person, reservations.get(personId) ?? []),
          },
        ]
      : [];
  });
  await displace(
    tx,
    ccgCode,
    rows.flatMap(({ planned }) =>
      'displaces' in planned && planned.displaces ? [planned.displaces] : [],
    ),
    now,
  );
  await tx.prompt.createMany({
    data: rows.map(({ planned, groups = {}, ...prompt }) => ({
      ccgCode,
      groups,
      ...prompt,
      ...about,
    })),
  });
  await tx.delivery.createMany({
    data: rows.map(({ id, personId, planned }) => ({
      ccgCode,
      promptId: id,
      personId,
      kind,
      ...toDelivery(planned, now),
    })),
  });
};

/** Locks what waits, so that nothing is sent or cancelled while slots are decided. */
const lockWaiting = (tx: Transaction, ccgCode: string, personIds: readonly string[]) =>
  tx.$queryRaw`
    SELECT id::text
    FROM "Delivery" WHERE "ccgCode" = ${ccgCode} AND "personId" = ANY(${personIds}::uuid[])
      AND state IN ('due', 'held') AND place IS NOT NULL ORDER BY id FOR UPDATE`;

/** What can wait longer makes room, before its slot is taken. */
const displace = async (
  tx: Transaction,
  ccgCode: string,
  displaced: readonly Displaced[],
  now: Date,
) => {
  for (const { id, plan } of displaced)
    await tx.delivery.update({
      where: { ccgCode_id: { ccgCode, id } },
      data: toDelivery(plan, now),
    });
};

/**
 * How a plan is written on a delivery. Without room it is cancelled from the start, with the reason
 * for all to see.
 */
export const toDelivery = (plan: Plan | { readonly noRoom: DeliveryReason }, now: Date) =>
  'noRoom' in plan
    ? { state: 'cancelled' as const, reason: plan.noRoom, dueAt: now, ...noSlot }
    : {
        state: plan.reason ? ('held' as const) : ('due' as const),
        reason: plan.reason,
        dueAt: plan.dueAt,
        week: new Date(plan.week),
        slot: plan.slot,
      };

/** Cancels deliveries that are still waiting, and gives back their slots in people's weeks. */
export const cancelWaiting = (
  tx: Transaction,
  ccgCode: string,
  which: DeliveryWhereInput,
  reason: DeliveryReason,
): Promise<unknown> =>
  tx.delivery.updateMany({
    where: { ...which, ccgCode, state: { in: ['due', 'held'] } },
    data: { state: 'cancelled', reason, ...noSlot },
  });

/**
 * Marks messages as outdated; they are updated within a minute. The one that
 * was tapped, `tappedTs`, is answered in its slot at once; unless there may be a second copy of it,
 * which only looking in Slack would tell.
 */
export const markOutdated = (
  tx: Transaction,
  ccgCode: string,
  which: DeliveryWhereInput,
  tappedTs?: string,
): Promise<unknown> =>
  tx.delivery.updateMany({
    where: {
      ...which,
      ccgCode,
      state: { in: ['sending', 'uncertain', 'sent'] },
      ...(tappedTs
        ? { OR: [{ messageTs: null }, { messageTs: { not: tappedTs } }, { attempts: { gt: 1 } }] }
        : {}),
    },
    data: { outdated: { increment: 1 } },
  });

export const noSlot = { week: null, slot: null } as const;
