// Slack accounts and the people behind them, across all CCGs.
import type { Database } from './database.ts';

export const accounts = (db: Database) => ({
  /** The CCG that a Slack account belongs to. */
  ccgOf: async (slackId: string): Promise<string | undefined> =>
    (await db.person.findUnique({ where: { slackId }, select: { ccgCode: true, leftAt: true } }))?.ccgCode,

  /** Whether people have accounts besides these: then the data is of another workspace. */
  hasOthersThan: async (slackIds: readonly string[]): Promise<boolean> =>
    (await db.person.count({ where: { slackId: { not: null, notIn: [...slackIds] } } })) > 0,

  /** How many people on a roster have not yet been looked up in Slack since a moment. */
  countUnknown: (lookedUpBefore: Date): Promise<number> => db.person.count({ where: unknown(lookedUpBefore) }),

  /** Gives people their Slack accounts by e-mail, and notes that the others were looked up. Returns how many were found. */
  link: (accounts: readonly { readonly slackId: string; readonly email: string }[]): Promise<number> =>
    db.$transaction(async (tx) => {
      const byEmail = new Map(accounts.map(({ slackId, email }) => [email.toLowerCase(), slackId]));
      const people = await tx.person.findMany({ where: { slackId: null, leftAt: null, email: { in: [...byEmail.keys()] } } });
      const taken = await tx.person.findMany({ where: { slackId: { in: [...byEmail.values()] } }, select: { slackId: true } });
      const used = new Set(taken.map(({ slackId }) => slackId));
      const found = people.flatMap(({ ccgCode, id, email }) => {
        const slackId = byEmail.get(email ?? '');
        return slackId && !used.has(slackId) && used.add(slackId) ? [{ ccgCode, id, slackId }] : [];
      });
      for (const { ccgCode, id, slackId } of found)
        await tx.person.update({ where: { ccgCode_id: { ccgCode, id } }, data: { slackId } });
      return found.length;
    }),

  noteLookUp: async (now: Date): Promise<void> => {
    await db.person.updateMany({ where: { slackId: null, leftAt: null }, data: { lookedUpAt: now } });
  },
});

const unknown = (lookedUpBefore: Date) => ({
  slackId: null,
  leftAt: null,
  email: { not: null },
  OR: [{ lookedUpAt: null }, { lookedUpAt: { lt: lookedUpBefore } }],
});
