// Slack accounts and the people behind them, across all CCGs.
import { mayBeLinked, type SlackAccount } from '../../domain/people/accounts.ts';
import { readSettings } from '../../domain/settings.ts';
import type { Database, Transaction } from '../database.ts';

export type PersonKey = { readonly ccgCode: string; readonly id: string };

/** A person of an e-mail address whose account is another one. */
export type OtherAccount = PersonKey & { readonly slackId: string };

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
    given: readonly Pick<SlackAccount, 'slackId' | 'isActive'>[],
  ): Promise<{ gone: PersonKey[]; back: PersonKey[] }> => {
    const ids = (isActive: boolean) =>
      given.filter((account) => account.isActive === isActive).map(({ slackId }) => slackId);
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

  /**
   * Gives people without an account the one of their e-mail address, where it may be taken for
   * them and is the only active one. Returns how many were found.
   */
  link: (given: readonly SlackAccount[]): Promise<number> =>
    db.$transaction(async (tx) => {
      const byEmail = uniqueByEmail(given);
      const people = await tx.person.findMany({
        where: { slackId: null, leftAt: null, email: { in: [...byEmail.keys()] } },
        include: { ccg: { select: { settings: true } } },
      });
      const taken = await tx.person.findMany({
        where: { slackId: { in: given.map(({ slackId }) => slackId) } },
        select: { slackId: true },
      });
      const used = new Set(taken.map(({ slackId }) => slackId));
      const found = people.flatMap(({ ccgCode, id, email, ccg }) => {
        const account = byEmail.get(email ?? '');
        if (!account || used.has(account.slackId) || !mayLink(account, ccg.settings)) return [];
        used.add(account.slackId);
        return [{ ccgCode, id, slackId: account.slackId }];
      });
      for (const { ccgCode, id, slackId } of found)
        await tx.person.update({ where: { ccgCode_id: { ccgCode, id } }, data: { slackId } });
      return found.length;
    }),

  /** Who has the e-mail address of an account, but another account. */
  othersWith: async ({ email, slackId }: SlackAccount): Promise<OtherAccount[]> => {
    if (!email) return [];
    const rows = await db.person.findMany({
      where: { email, leftAt: null, slackId: { not: null, notIn: [slackId] } },
    });
    return rows.flatMap(({ ccgCode, id, slackId: theirs }) =>
      theirs ? [{ ccgCode, id, slackId: theirs }] : [],
    );
  },

  /**
   * Gives a person their new account in place of the deactivated one. Nothing where they have
   * another by now, or the new account may not be taken for them.
   */
  takeOver: (
    { ccgCode, id, slackId: old }: OtherAccount,
    account: SlackAccount,
  ): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const ccg = await tx.ccg.findUniqueOrThrow({ where: { code: ccgCode } });
      if (!mayLink(account, ccg.settings)) return false;
      const { count } = await tx.person.updateMany({
        where: { ccgCode, id, slackId: old, leftAt: null },
        data: { slackId: account.slackId, dmChannel: null, deactivatedAt: null },
      });
      return count > 0;
    }),

  /**
   * Follows the e-mail addresses of linked accounts, so that a roster with the new address finds
   * the same person. Where the roster came first and made somebody new of the address, the two
   * become one. Returns how many changed.
   */
  followEmails: (given: readonly SlackAccount[], now: Date): Promise<number> =>
    db.$transaction(async (tx) => {
      const byId = new Map(given.map((account) => [account.slackId, account]));
      const people = await tx.person.findMany({
        where: { slackId: { in: [...byId.keys()] }, leftAt: null },
        include: { ccg: { select: { settings: true } } },
      });
      const moved = people.flatMap(({ ccgCode, id, slackId, email, ccg }) => {
        const account = byId.get(slackId ?? '');
        const isNew = account?.email && account.email !== email;
        return isNew && mayLink(account, ccg.settings)
          ? [{ ccgCode, id, email: account.email ?? '' }]
          : [];
      });
      let count = 0;
      for (const { email, ...person } of moved)
        if (await changeEmail(tx, person, email, now)) count += 1;
      return count;
    }),

  /** Notes that everyone was looked up. */
  noteLookUp: async (now: Date): Promise<void> => {
    await db.person.updateMany({ where: { leftAt: null }, data: { lookedUpAt: now } });
  },
});

/** Where several active accounts have one address, the person says by acting which is theirs. */
const uniqueByEmail = (given: readonly SlackAccount[]): Map<string, SlackAccount> => {
  const active = given.filter(({ email, isActive }) => email !== null && isActive);
  const groups = Map.groupBy(active, ({ email }) => email ?? '');
  return new Map(
    [...groups].flatMap(([email, [only, ...others]]) =>
      only && others.length === 0 ? [[email, only] as const] : [],
    ),
  );
};

const mayLink = (account: SlackAccount, settings: unknown): boolean =>
  mayBeLinked(account, readSettings(settings).guests === 'yes');

/** False where somebody else with an account of their own has the address. */
const changeEmail = async (
  tx: Transaction,
  { ccgCode, id }: PersonKey,
  email: string,
  now: Date,
): Promise<boolean> => {
  const other = await tx.person.findFirst({ where: { ccgCode, email, id: { not: id } } });
  if (other?.slackId) return false;
  if (other) await absorb(tx, ccgCode, other.id, id, now);
  await tx.person.update({ where: { ccgCode_id: { ccgCode, id } }, data: { email } });
  return true;
};

/** Somebody whom only a roster knew turns out to be a person we know: their memberships move. */
const absorb = async (
  tx: Transaction,
  ccgCode: string,
  fromId: string,
  toId: string,
  now: Date,
) => {
  const memberships = await tx.membership.findMany({
    where: { ccgCode, personId: fromId, until: null },
  });
  for (const { practiceCode, since, onRoster, confirmedAt } of memberships) {
    const key = { ccgCode, personId: toId, practiceCode };
    const data = { onRoster, confirmedAt, until: null };
    await tx.membership.upsert({
      where: { ccgCode_personId_practiceCode: key },
      create: { ...key, since, ...data },
      update: data,
    });
  }
  const ended = { until: now, onRoster: false, confirmedAt: null };
  await tx.membership.updateMany({ where: { ccgCode, personId: fromId }, data: ended });
  await tx.person.update({
    where: { ccgCode_id: { ccgCode, id: fromId } },
    data: { email: null, name: '', leftAt: now },
  });
};
