// Slack accounts and the people behind them, across all CCGs.
import type { Database } from '../database.ts';

/** An account as Slack has it. */
export type Account = {
  readonly slackId: string;
  readonly email: string;
  readonly isActive: boolean;
};

type PersonKey = { readonly ccgCode: string; readonly id: string };

export const accounts = (db: Database) => ({
  /** The CCG that a Slack account belongs to. */
  ccgOf: async (slackId: string): Promise<string | undefined> =>
    (await db.person.findUnique({ where: { slackId }, select: { ccgCode: true, leftAt: true } }))
      ?.ccgCode,

  /** Whether people have accounts besides these: then the data is of another workspace. */
  hasOthersThan: async (slackIds: readonly string[]): Promise<boolean> =>
    (await db.person.count({ where: { slackId: { not: null, notIn: [...slackIds] } } })) > 0,

  /**
   * How many people have not been looked up in Slack since a moment: those without an account, and
   * those who may have lost theirs.
   */
  countToLookUp: (before: Date): Promise<number> =>
    db.person.count({
      where: { leftAt: null, OR: [{ lookedUpAt: null }, { lookedUpAt: { lt: before } }] },
    }),

  /**
   * The people whose accounts, as Slack has them now, are no longer active, or are active again.
   */
  changed: async (
    accounts: readonly Account[],
  ): Promise<{ gone: PersonKey[]; back: PersonKey[] }> => {
    const ids = (isActive: boolean) =>
      accounts.filter((account) => account.isActive === isActive).map(({ slackId }) => slackId);
    const find = (slackIds: string[], deactivatedAt: null | { not: null }) =>
      db.person.findMany({
        where: { slackId: { in: slackIds }, deactivatedAt, leftAt: null },
        select: { ccgCode: true, id: true },
      });
    const [gone, back] = await Promise.all([
      find(ids(false), null),
      find(ids(true), { not: null }),
    ]);
    return { gone, back };
  },

  /** Gives people their Slack accounts by e-mail. Returns how many were found. */
  link: (accounts: readonly Pick<Account, 'slackId' | 'email'>[]): Promise<number> =>
    db.$transaction(async (tx) => {
      const byEmail = new Map(accounts.map(({ slackId, email }) => [email.toLowerCase(), slackId]));
      const people = await tx.person.findMany({
        where: { slackId: null, leftAt: null, email: { in: [...byEmail.keys()] } },
      });
      const taken = await tx.person.findMany({
        where: { slackId: { in: [...byEmail.values()] } },
        select: { slackId: true },
      });
      const used = new Set(taken.map(({ slackId }) => slackId));
      const found = people.flatMap(({ ccgCode, id, email }) => {
        const slackId = byEmail.get(email ?? '');
        return slackId && !used.has(slackId) && used.add(slackId) ? [{ ccgCode, id, slackId }] : [];
      });
      for (const { ccgCode, id, slackId } of found)
        await tx.person.update({ where: { ccgCode_id: { ccgCode, id } }, data: { slackId } });
      return found.length;
    }),

  /** Notes that everyone was looked up. */
  noteLookUp: async (now: Date): Promise<void> => {
    await db.person.updateMany({ where: { leftAt: null }, data: { lookedUpAt: now } });
  },
});
