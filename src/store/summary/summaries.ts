import type { Database } from '../database.ts';
import { record } from '../roles/history.ts';

export const summaries = (db: Database, ccgCode: string) => ({
  /**
   * Notes that a summary is about to be posted. False where it was noted before: then it must not
   * be posted again.
   */
  notePosted: (id: string, actorId: string, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.summaryPost.createMany({
        data: [{ ccgCode, id, postedAt: now }],
        skipDuplicates: true,
      });
      if (count > 0) await record(tx, ccgCode, now, { kind: 'summary_posted', actorId, about: id });
      return count > 0;
    }),

  /** Whether the CCG was here at a moment. */
  wasHere: async (at: Date): Promise<boolean> =>
    (await db.ccg.count({ where: { code: ccgCode, createdAt: { lt: at } } })) > 0,

  /**
   * Takes the posting of a period's summary, so that nobody else posts it; until its outcome is
   * noted, nobody can tell. False where it was taken before.
   */
  take: async (period: string, now: Date): Promise<boolean> => {
    const data = [{ ccgCode, period, postedAt: now, error: 'interrupted' }];
    return (await db.summaryPost.createMany({ data, skipDuplicates: true })).count > 0;
  },

  /** It was not posted, and may be tried again. */
  giveBack: async (period: string): Promise<void> => {
    await db.summaryPost.deleteMany({ where: { ccgCode, period } });
  },

  /** It was posted, or will not be, with Slack's own error code. */
  noteOutcome: (period: string, error: string | null, now: Date): Promise<void> =>
    db.$transaction(async (tx) => {
      const [row] = await tx.summaryPost.updateManyAndReturn({
        where: { ccgCode, period },
        data: { error },
      });
      if (row && !error) await record(tx, ccgCode, now, { kind: 'summary_posted', about: row.id });
    }),

  /** Why the latest was not posted by itself, where it was not. */
  whyNotPosted: async (): Promise<{ at: Date; error: string } | undefined> => {
    const last = await db.summaryPost.findFirst({
      where: { ccgCode },
      orderBy: { postedAt: 'desc' },
    });
    return last?.error ? { at: last.postedAt, error: last.error } : undefined;
  },

  /**
   * Takes the sending of a period's private summary to an engagement lead. False where it was taken
   * before.
   */
  takePrivate: async (leadId: string, period: string): Promise<boolean> => {
    const where = {
      ccgCode,
      id: leadId,
      OR: [{ summaryFor: null }, { summaryFor: { not: period } }],
    };
    return (await db.person.updateMany({ where, data: { summaryFor: period } })).count > 0;
  },

  /** It was not sent, and may be tried again. */
  givePrivateBack: async (leadId: string, period: string): Promise<void> => {
    await db.person.updateMany({
      where: { ccgCode, id: leadId, summaryFor: period },
      data: { summaryFor: null },
    });
  },

  /** How many practices had somebody confirmed in one of their lead seats at a moment. */
  practicesWithLead: async (at: Date): Promise<number> => {
    const held = { since: { lte: at }, OR: [{ until: null }, { until: { gt: at } }] };
    const where = {
      ccgCode,
      ...held,
      practiceCode: { not: null },
      confirmedAt: { lte: at },
      role: { level: 'practice_lead' as const },
    };
    return (await db.holding.groupBy({ by: ['practiceCode'], where })).length;
  },

  /**
   * Of how many people something has been asked since a moment, and how many seconds that takes in
   * all; what they wished to have again is theirs.
   */
  asked: async (since: Date): Promise<{ people: number; seconds: number }> => {
    const [row] = await db.$queryRaw<{ people: number; seconds: number }[]>`
      SELECT count(DISTINCT d."personId")::int AS people,
        coalesce(sum(p.seconds), 0)::int AS seconds
      FROM "Delivery" d JOIN "Prompt" p ON p."ccgCode" = d."ccgCode" AND p.id = d."promptId"
      WHERE d."ccgCode" = ${ccgCode} AND d."sentAt" > ${since} AND d.kind <> 'again'`;
    return row ?? { people: 0, seconds: 0 };
  },
});
