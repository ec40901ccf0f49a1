// Taking deliveries to send or to look for, each by one process at a time, no faster than Slack
// takes them.
import type { Delivery } from '../../domain/sending/deliveries.ts';
import type { Database, Transaction } from '../database.ts';
import type { DeliveryState } from '../generated/prisma/enums.ts';
import type { DeliveryKey } from './record-result.ts';
import { endOf, isNewsOf, withSubject } from './reservations.ts';

/** How many one process takes at once, and for how long. */
export type Lease = { readonly take: number; readonly until: Date };

const waiting: { in: DeliveryState[] } = { in: ['due', 'held'] };

export const outbox = (db: Database) => ({
  /**
   * Takes deliveries that are due and placed in this week, for the time of the lease. No two
   * processes get the same one, all of them together no more than `perMinute` in any minute, and
   * nobody is sent two messages within a second.
   */
  leaseDue: (now: Date, realNow: Date, lease: Lease, perMinute: number): Promise<Delivery[]> =>
    db.$transaction(async (tx) => {
      // so that two processes do not count the same room
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtext('claiming'))::text`;
      const room = perMinute - (await attemptsSince(tx, now));
      if (room <= 0) return [];
      const claimed = await tx.$queryRaw<DeliveryKey[]>`
        UPDATE "Delivery" SET state = 'sending', "leasedUntil" = ${lease.until},
          attempts = attempts + 1, "attemptedAt" = ${now}
        WHERE ("ccgCode", id) IN (
          SELECT "ccgCode", id FROM "Delivery" AS next
          WHERE state IN ('due', 'held') AND "dueAt" <= ${now} AND week IS NOT NULL
            AND ("notBefore" IS NULL OR "notBefore" <= ${realNow})
            AND NOT EXISTS (
              SELECT FROM "Ccg" WHERE code = next."ccgCode" AND "pausedUntil" > ${realNow})
            AND NOT EXISTS (
              SELECT FROM "Delivery" AS other
              WHERE other."ccgCode" = next."ccgCode" AND other."personId" = next."personId"
                AND other.id <> next.id
                AND (other.state = 'sending'
                  OR other."attemptedAt" BETWEEN ${new Date(now.getTime() - SECOND_MS)}
                    AND ${new Date(now.getTime() + MINUTE_MS)}
                  OR (other.state IN ('due', 'held') AND other."dueAt" <= ${now}
                    AND other.week IS NOT NULL
                    AND (other."dueAt", other.id) < (next."dueAt", next.id))))
          ORDER BY "dueAt", id LIMIT ${Math.min(lease.take, room)} FOR UPDATE SKIP LOCKED)
        RETURNING "ccgCode", id::text`;
      return load(tx, claimed, now);
    }),

  /** It may not leave now after all: it waits for another slot, as if nobody had taken it. */
  release: async ({ ccgCode, id, attempts }: Delivery): Promise<number> => {
    const { count } = await db.delivery.updateMany({
      where: { ccgCode, id, attempts, state: 'sending' },
      data: {
        state: 'due',
        attempts: { decrement: 1 },
        ...{ attemptedAt: null, leasedUntil: null, week: null, slot: null },
      },
    });
    return count;
  },

  /** Takes uncertain deliveries whose time to be looked for has come. */
  leaseUncertain: (realNow: Date, lease: Lease): Promise<Delivery[]> =>
    db.$transaction(async (tx) => {
      const claimed = await tx.$queryRaw<DeliveryKey[]>`
        UPDATE "Delivery" SET "notBefore" = ${lease.until}, looks = looks + 1
        WHERE ("ccgCode", id) IN (
          SELECT "ccgCode", id FROM "Delivery" AS lost
          WHERE state = 'uncertain' AND "notBefore" <= ${realNow} AND NOT EXISTS (
            SELECT FROM "Ccg" WHERE code = lost."ccgCode" AND "pausedUntil" > ${realNow})
          ORDER BY "notBefore" LIMIT ${lease.take} FOR UPDATE SKIP LOCKED)
        RETURNING "ccgCode", id::text`;
      return load(tx, claimed, realNow);
    }),

  /** What a process that died was sending: nobody knows whether it arrived. */
  expireLeases: async (realNow: Date): Promise<number> => {
    const { count } = await db.delivery.updateMany({
      where: { state: 'sending', leasedUntil: { lt: realNow } },
      data: {
        state: 'uncertain',
        notBefore: realNow,
        error: 'the process ended while it was sending',
      },
    });
    return count;
  },

  /**
   * When, in real time, something that is due may be tried: at the time Slack named, once the
   * minute has room, or after a second.
   */
  nextRetry: async (now: Date, realNow: Date, perMinute: number): Promise<Date | undefined> => {
    const due = { state: waiting, dueAt: { lte: now }, week: { not: null } };
    const first = await db.delivery.findFirst({
      where: due,
      orderBy: { notBefore: { sort: 'asc', nulls: 'first' } },
      include: { ccg: true },
    });
    if (!first) return undefined;
    const wait = Math.max(SECOND_MS, await waitForRoom(db, now, perMinute));
    const moments = [
      first.notBefore,
      first.ccg.pausedUntil,
      new Date(realNow.getTime() + wait),
    ].filter((moment) => moment !== null);
    return moments.sort((a, b) => b.getTime() - a.getTime())[0];
  },

  /**
   * The next moment after `now`, in domain time, at which something becomes due, or may be sent
   * because there is room in the minute again.
   */
  nextDue: async (now: Date, realNow: Date): Promise<Date | undefined> => {
    const later = await db.delivery.findFirst({
      where: { state: waiting, dueAt: { gt: now } },
      orderBy: { dueAt: 'asc' },
    });
    const isOpen = { OR: [{ pausedUntil: null }, { pausedUntil: { lte: realNow } }] };
    const due = {
      state: waiting,
      dueAt: { lte: now },
      week: { not: null },
      notBefore: null,
      ccg: isOpen,
    };
    return (await db.delivery.count({ where: due })) > 0
      ? new Date(now.getTime() + SECOND_MS)
      : later?.dueAt;
  },
});

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;

/** Processes' clocks differ a little; what is later than that is of a clock that was set back. */
const aroundMinute = (now: Date) => ({
  gt: new Date(now.getTime() - MINUTE_MS),
  lte: new Date(now.getTime() + MINUTE_MS),
});

/** How many messages were handed to Slack in the minute before. */
const attemptsSince = (tx: Database | Transaction, now: Date) =>
  tx.delivery.count({ where: { attemptedAt: aroundMinute(now) } });

/** For how many milliseconds the minute before stays full. */
const waitForRoom = async (db: Database, now: Date, perMinute: number): Promise<number> => {
  const [first] = await db.delivery.findMany({
    where: { attemptedAt: aroundMinute(now) },
    orderBy: { attemptedAt: 'desc' },
    skip: perMinute - 1,
    take: 1,
  });
  return first?.attemptedAt ? first.attemptedAt.getTime() + MINUTE_MS - now.getTime() : 0;
};

const load = async (
  tx: Transaction,
  keys: readonly DeliveryKey[],
  now: Date,
): Promise<Delivery[]> => {
  if (keys.length === 0) return [];
  const rows = await tx.delivery.findMany({
    where: { OR: keys.map(({ ccgCode, id }) => ({ ccgCode, id })) },
    include: { person: true, prompt: { include: withSubject } },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ prompt, ...row }) => ({
    ...row,
    before: endOf(prompt, now),
    isNews: isNewsOf(prompt),
  }));
};
