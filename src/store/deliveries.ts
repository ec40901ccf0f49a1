// The outbox: claiming what is due with SKIP LOCKED, and recording what became of it. A process that dies leaves a lease that runs out;
// what it was sending becomes uncertain and is looked for in Slack before anything is sent again.
import { nextSendingTime, nextWeek } from '../domain/calendar.ts';
import type { Delivery, Outcome } from '../domain/deliveries.ts';
import { readSettings } from '../domain/settings.ts';
import type { Database, Transaction } from './database.ts';
import type { DeliveryState } from './generated/prisma/enums.ts';

/** How many one process takes at once, and for how long. */
export type Lease = { readonly take: number; readonly until: Date };

export const deliveries = (db: Database) => ({
  /** Takes deliveries that are due and placed in this week, for the time of the lease. No two processes get the same one. */
  claimDue: (now: Date, realNow: Date, lease: Lease): Promise<Delivery[]> =>
    db.$transaction(async (tx) => {
      const claimed = await tx.$queryRaw<Key[]>`
        UPDATE "Delivery" SET state = 'sending', "leasedUntil" = ${lease.until}, attempts = attempts + 1
        WHERE ("ccgCode", id) IN (
          SELECT "ccgCode", id FROM "Delivery"
          WHERE state IN ('due', 'held') AND "dueAt" <= ${now} AND week IS NOT NULL AND ("notBefore" IS NULL OR "notBefore" <= ${realNow})
          ORDER BY "dueAt", id LIMIT ${lease.take} FOR UPDATE SKIP LOCKED)
        RETURNING "ccgCode", id::text`;
      return load(tx, claimed);
    }),

  /** Takes uncertain deliveries whose time to be looked for has come. */
  claimUncertain: (realNow: Date, lease: Lease): Promise<Delivery[]> =>
    db.$transaction(async (tx) => {
      const claimed = await tx.$queryRaw<Key[]>`
        UPDATE "Delivery" SET "notBefore" = ${lease.until}, looks = looks + 1
        WHERE ("ccgCode", id) IN (
          SELECT "ccgCode", id FROM "Delivery" WHERE state = 'uncertain' AND "notBefore" <= ${realNow}
          ORDER BY "notBefore" LIMIT ${lease.take} FOR UPDATE SKIP LOCKED)
        RETURNING "ccgCode", id::text`;
      return load(tx, claimed);
    }),

  /** After a backup was brought back: what was due may have been sent since, so it is looked for before anything is sent. */
  doubtWaiting: async (now: Date): Promise<void> => {
    const waiting = { state: { in: ['due', 'held'] satisfies DeliveryState[] }, dueAt: { lte: now } };
    await db.delivery.updateMany({
      where: waiting,
      data: { state: 'uncertain', notBefore: now, error: 'brought back from a backup' },
    });
  },

  /** What a process that died was sending: nobody knows whether it arrived. */
  expireLeases: async (realNow: Date): Promise<number> => {
    const { count } = await db.delivery.updateMany({
      where: { state: 'sending', leasedUntil: { lt: realNow } },
      data: { state: 'uncertain', notBefore: realNow, error: 'the process ended while it was sending' },
    });
    return count;
  },

  /** Writes down how an attempt ended; `next`: when it may be tried again or looked for, in real time. */
  record: (delivery: Delivery, outcome: Outcome, now: Date, next: Date): Promise<void> =>
    db.$transaction(async (tx) => {
      if (outcome.kind === 'sent') return recordSent(tx, delivery, outcome, now);
      await tx.delivery.update({
        where: { ccgCode_id: key(delivery) },
        data: { leasedUntil: null, error: 'error' in outcome ? outcome.error : null, ...stateAfter(outcome, next) },
      });
    }),

  /** It was not found in Slack this time: look once more at `next`. */
  lookAgain: async (delivery: Delivery, next: Date): Promise<void> => {
    await db.delivery.updateMany({ where: { ...key(delivery), state: 'uncertain' }, data: { notBefore: next } });
  },

  /** It is not in Slack, and was looked for often enough: it may be sent again. */
  resend: async (delivery: Delivery): Promise<void> => {
    await db.delivery.updateMany({
      where: { ...key(delivery), state: 'uncertain' },
      data: { state: 'due', reason: null, notBefore: null, leasedUntil: null, looks: 0 },
    });
  },

  /** When the first of the due deliveries that wait for Slack may be tried again, in real time. */
  nextRetry: async (now: Date): Promise<Date | undefined> => {
    const waiting = {
      state: { in: ['due', 'held'] satisfies DeliveryState[] },
      dueAt: { lte: now },
      week: { not: null },
      notBefore: { not: null },
    };
    return (await db.delivery.findFirst({ where: waiting, orderBy: { notBefore: 'asc' } }))?.notBefore ?? undefined;
  },

  /** The next moment after `now`, in domain time, at which something becomes due. */
  nextDue: async (now: Date): Promise<Date | undefined> => {
    const where = { state: { in: ['due', 'held'] satisfies DeliveryState[] }, dueAt: { gt: now } };
    return (await db.delivery.findFirst({ where, orderBy: { dueAt: 'asc' } }))?.dueAt;
  },
});

type Key = { readonly ccgCode: string; readonly id: string };

const key = ({ ccgCode, id }: Key): Key => ({ ccgCode, id });

const load = async (tx: Transaction, keys: readonly Key[]): Promise<Delivery[]> =>
  keys.length === 0
    ? []
    : tx.delivery.findMany({
        where: { OR: keys.map(key) },
        include: { person: true },
        orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      });

const stateAfter = (outcome: Exclude<Outcome, { kind: 'sent' }>, next: Date) => {
  switch (outcome.kind) {
    case 'not sent, try later':
      return { state: 'due' as const, reason: outcome.because, notBefore: next };
    case 'not sent, give up':
      return { state: 'failed' as const, reason: outcome.because, week: null, place: null };
    case 'not wanted':
      return { state: 'cancelled' as const, reason: outcome.because, week: null, place: null };
    case 'uncertain':
      return { state: 'uncertain' as const, notBefore: next };
  }
};

const recordSent = async (
  tx: Transaction,
  delivery: Delivery,
  { channel, ts }: Extract<Outcome, { kind: 'sent' }>,
  now: Date,
) => {
  await tx.delivery.update({
    where: { ccgCode_id: key(delivery) },
    data: { state: 'sent', reason: null, channel, messageTs: ts, sentAt: now, leasedUntil: null, notBefore: null, error: null },
  });
  const person = { ccgCode: delivery.ccgCode, id: delivery.person.id };
  await tx.person.updateMany({ where: { ...person, firstContactAt: null }, data: { firstContactAt: now } });
  if (delivery.kind === 'invite') await addChase(tx, delivery, now);
};

/** A chase is that later week's one prompt. It takes its place in the week when the time comes, so that it never displaces an invitation. */
const addChase = async (tx: Transaction, { ccgCode, promptId, person }: Delivery, now: Date) => {
  const prompt = await tx.prompt.findUnique({
    where: { ccgCode_id: { ccgCode, id: promptId } },
    include: { round: true, ccg: true },
  });
  const dueAt = nextSendingTime(nextWeek(now), readSettings(prompt?.ccg.settings));
  if (prompt?.outcome !== 'waiting' || !prompt.round?.chase || dueAt >= prompt.round.closesAt) return;
  await tx.delivery.createMany({
    data: [{ ccgCode, promptId, personId: person.id, kind: 'chase', dueAt }],
    skipDuplicates: true,
  });
};
