// People: who they are in Slack, where they work, and their own wishes.
import { createHash } from 'node:crypto';
import type { Member, Profession, Reachable } from '../../domain/people/people.ts';
import type { RoleLevel } from '../../domain/roles/roles.ts';
import type { Database } from '../database.ts';
import { record } from '../roles/history.ts';
import { toMember } from '../roles/register.ts';
import { confirmSeats } from '../roles/seats.ts';

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
    const row = await db.person.findFirst({
      where: { ccgCode, slackId, leftAt: null },
      include: withMemberships,
    });
    return row ? toMember(row) : undefined;
  },

  byId: async (id: string): Promise<Member | undefined> => {
    const row = await db.person.findFirst({
      where: { ccgCode, id, leftAt: null },
      include: withMemberships,
    });
    return row ? toMember(row) : undefined;
  },

  /**
   * Adds a practice to someone who says they work there, "to be confirmed". Makes the person where
   * they are new. Whoever comes back after their membership ended is unconfirmed, whatever they
   * were before. Nothing is stored where their e-mail belongs to somebody with another account.
   */
  join: (
    { slackId, name, email, profession, practiceCode }: Joining,
    now: Date,
  ): Promise<'joined' | 'email_taken'> =>
    db.$transaction(async (tx) => {
      const stranger = { ccgCode, slackId, name, email, profession, firstContactAt: now };
      // they may join twice in the same moment
      await tx.person.createMany({ data: [stranger], skipDuplicates: true });
      const person = await tx.person.findFirst({ where: { ccgCode, slackId } });
      if (!person) return 'email_taken';
      const membership = { ccgCode, personId: person.id, practiceCode };
      // one that has not ended stays as it is; one that ended begins again, unconfirmed
      await tx.membership.createMany({
        data: [{ ...membership, since: now }],
        skipDuplicates: true,
      });
      await tx.membership.updateMany({
        where: { ...membership, until: { not: null } },
        data: { since: now, until: null, confirmedAt: null, onRoster: false },
      });
      if (email)
        await tx.departure.deleteMany({ where: { ccgCode, emailHash: hashEmail(ccgCode, email) } });
      await record(tx, ccgCode, now, {
        kind: 'person_joined',
        actorId: person.id,
        personId: person.id,
        practiceCode,
      });
      return 'joined';
    }),

  /**
   * Marks a membership as confirmed by someone, and with it the seats that waited for that. False
   * where there was nothing to confirm.
   */
  confirmMembership: (
    personId: string,
    practiceCode: string,
    actorId: string,
    now: Date,
  ): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.membership.updateMany({
        where: { ccgCode, personId, practiceCode, until: null, confirmedAt: null },
        data: { confirmedAt: now },
      });
      if (count === 0) return false;
      await record(tx, ccgCode, now, {
        kind: 'membership_confirmed',
        actorId,
        personId,
        practiceCode,
      });
      await confirmSeats(tx, ccgCode, personId, practiceCode, actorId, now);
      return true;
    }),

  /** Their direct message channel with the bot. */
  rememberChannel: async (id: string, dmChannel: string): Promise<void> => {
    await db.person.update({ where: { ccgCode_id: { ccgCode, id } }, data: { dmChannel } });
  },

  /** They have been told who asks, why, and how to leave. */
  greeted: async (id: string, now: Date): Promise<void> => {
    await db.person.updateMany({
      where: { ccgCode, id, firstContactAt: null },
      data: { firstContactAt: now },
    });
  },

  rename: async (id: string, name: string): Promise<void> => {
    await db.person.update({ where: { ccgCode_id: { ccgCode, id } }, data: { name } });
  },

  /**
   * Makes someone an engagement lead, by the person who runs the bot. False where they were one
   * already.
   */
  addLead: (
    who: { email: string | null; slackId: string | null; name: string },
    now: Date,
  ): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const known = await tx.person.findFirst({
        where: {
          ccgCode,
          leftAt: null,
          ...(who.slackId ? { slackId: who.slackId } : { email: who.email }),
        },
      });
      if (known?.engagementLead) return false;
      const person = known
        ? await tx.person.update({
            where: { ccgCode_id: { ccgCode, id: known.id } },
            data: { engagementLead: true, leadRemovedAt: null },
          })
        : await tx.person.create({
            data: { ccgCode, ...who, profession: 'ccg_staff', engagementLead: true },
          });
      await record(tx, ccgCode, now, { kind: 'lead_added', personId: person.id });
      return true;
    }),

  /**
   * Takes an engagement lead's rights back, by the person who runs the bot. A roster does not give
   * them again. False where they had none.
   */
  removeLead: (
    who: { email: string | null; slackId: string | null },
    now: Date,
  ): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const [person] = await tx.person.updateManyAndReturn({
        where: {
          ccgCode,
          engagementLead: true,
          ...(who.slackId ? { slackId: who.slackId } : { email: who.email }),
        },
        data: { engagementLead: false, leadRemovedAt: now },
      });
      if (person) await record(tx, ccgCode, now, { kind: 'lead_removed', personId: person.id });
      return person !== undefined;
    }),

  /** The engagement leads, with or without a practice. */
  leads: async (): Promise<Reachable[]> => {
    const where = { ccgCode, engagementLead: true, leftAt: null, deactivatedAt: null };
    return (await db.person.findMany({ where, include: withMemberships })).map((row) => ({
      ...toMember(row),
      dmChannel: row.dmChannel,
      firstContactAt: row.firstContactAt,
    }));
  },

  /** The levels of the seats somebody holds that are confirmed. */
  confirmedLevels: async (personId: string): Promise<RoleLevel[]> => {
    const held = { ccgCode, personId, until: null, confirmedAt: { not: null } };
    const rows = await db.role.findMany({
      where: { ccgCode, holdings: { some: held } },
      select: { level: true },
    });
    return [...new Set(rows.map(({ level }) => level))];
  },
});

/** One way: a departed person's e-mail can be recognised in a later roster, not read back. */
export const hashEmail = (ccgCode: string, email: string): string =>
  createHash('sha256').update(`${ccgCode}:${email.toLowerCase()}`).digest('hex');
