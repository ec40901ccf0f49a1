// People: who they are in Slack, where they work, and their own wishes.
import { createHash } from 'node:crypto';
import type { Member, Profession } from '../domain/people.ts';
import type { Database, Transaction } from './database.ts';
import { record } from './history.ts';
import { cancelWaiting } from './prompts.ts';
import { toMember } from './register.ts';

type Joining = {
  readonly slackId: string;
  readonly name: string;
  readonly email: string | null;
  readonly profession: Profession;
  readonly practiceCode: string;
};

const withMemberships = { memberships: { where: { until: null } } } as const;

export const people = (db: Database, ccgCode: string) => ({
  bySlackId: async (slackId: string): Promise<Member | undefined> => {
    const row = await db.person.findFirst({ where: { ccgCode, slackId, leftAt: null }, include: withMemberships });
    return row ? toMember(row) : undefined;
  },

  byId: async (id: string): Promise<Member | undefined> => {
    const row = await db.person.findFirst({ where: { ccgCode, id, leftAt: null }, include: withMemberships });
    return row ? toMember(row) : undefined;
  },

  /** Adds a practice to someone who says they work there, "to be confirmed". Makes the person where they are new. */
  join: ({ slackId, name, email, profession, practiceCode }: Joining, now: Date): Promise<void> =>
    db.$transaction(async (tx) => {
      const known = await tx.person.findFirst({ where: { ccgCode, slackId } });
      const person =
        known ?? (await tx.person.create({ data: { ccgCode, slackId, name, email, profession, firstContactAt: now } }));
      const membership = { ccgCode, personId: person.id, practiceCode };
      await tx.membership.upsert({
        where: { ccgCode_personId_practiceCode: membership },
        create: { ...membership, since: now },
        update: { since: now, until: null },
      });
      if (email) await tx.departure.deleteMany({ where: { ccgCode, emailHash: hashEmail(ccgCode, email) } });
      await record(tx, ccgCode, now, { kind: 'person_joined', actorId: person.id, personId: person.id, practiceCode });
    }),

  /** Marks a membership as confirmed by someone. False where there was nothing to confirm. */
  confirmMembership: (personId: string, practiceCode: string, actorId: string, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.membership.updateMany({
        where: { ccgCode, personId, practiceCode, until: null, confirmedAt: null },
        data: { confirmedAt: now },
      });
      if (count > 0) await record(tx, ccgCode, now, { kind: 'membership_confirmed', actorId, personId, practiceCode });
      return count > 0;
    }),

  /** Their direct message channel with the bot. */
  rememberChannel: async (id: string, dmChannel: string): Promise<void> => {
    await db.person.update({ where: { ccgCode_id: { ccgCode, id } }, data: { dmChannel } });
  },

  rename: async (id: string, name: string): Promise<void> => {
    await db.person.update({ where: { ccgCode_id: { ccgCode, id } }, data: { name } });
  },

  setQuietUntil: async (id: string, quietUntil: Date | null): Promise<void> => {
    await db.person.update({ where: { ccgCode_id: { ccgCode, id } }, data: { quietUntil } });
  },

  /** Ends everything a person has with the CCG and empties their row. Their answers to anonymous rounds were never linked to them. */
  leave: (id: string, now: Date): Promise<void> =>
    db.$transaction(async (tx) => {
      const { email } = await tx.person.findUniqueOrThrow({ where: { ccgCode_id: { ccgCode, id } } });
      await endHoldings(tx, ccgCode, id, now);
      await tx.membership.updateMany({ where: { ccgCode, personId: id, until: null }, data: { until: now } });
      await cancelWaiting(tx, ccgCode, { personId: id }, 'person_left');
      await tx.answer.deleteMany({ where: { ccgCode, personId: id } });
      await tx.comment.deleteMany({ where: { ccgCode, personId: id } });
      if (email)
        await tx.departure.createMany({ data: [{ ccgCode, emailHash: hashEmail(ccgCode, email) }], skipDuplicates: true });
      await tx.person.update({
        where: { ccgCode_id: { ccgCode, id } },
        data: {
          name: '',
          email: null,
          slackId: null,
          dmChannel: null,
          profession: 'other',
          engagementLead: false,
          quietUntil: null,
          leftAt: now,
        },
      });
      await record(tx, ccgCode, now, { kind: 'person_left', actorId: id, personId: id });
    }),

  /** Makes someone an engagement lead, by the person who runs the bot. False where they were one already. */
  addLead: (who: { email: string | null; slackId: string | null; name: string }, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const known = await tx.person.findFirst({
        where: { ccgCode, leftAt: null, ...(who.slackId ? { slackId: who.slackId } : { email: who.email }) },
      });
      if (known?.engagementLead) return false;
      const person = known
        ? await tx.person.update({ where: { ccgCode_id: { ccgCode, id: known.id } }, data: { engagementLead: true } })
        : await tx.person.create({ data: { ccgCode, ...who, profession: 'ccg_staff', engagementLead: true } });
      await record(tx, ccgCode, now, { kind: 'lead_added', personId: person.id });
      return true;
    }),
});

/** One way: a departed person's e-mail can be recognised in a later roster, not read back. */
export const hashEmail = (ccgCode: string, email: string): string =>
  createHash('sha256').update(`${ccgCode}:${email.toLowerCase()}`).digest('hex');

const endHoldings = async (tx: Transaction, ccgCode: string, personId: string, now: Date) => {
  const ended = await tx.holding.updateManyAndReturn({
    where: { ccgCode, personId, until: null },
    data: { until: now, ended: 'left_ccg' },
  });
  for (const { roleKey, practiceCode, locality } of ended)
    await record(tx, ccgCode, now, {
      kind: 'role_ended',
      actorId: personId,
      personId,
      roleKey,
      practiceCode,
      locality,
      reason: 'left_ccg',
    });
};
