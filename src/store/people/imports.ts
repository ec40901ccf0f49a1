// Writing what an import found, all or nothing.
import type { PracticeChange } from '../../domain/people/practice-import.ts';
import type {
  KnownPerson,
  RosterDifference,
  RosterRow,
} from '../../domain/people/roster-import.ts';
import { type Database, longTransaction, type Transaction } from '../database.ts';
import { record } from '../roles/history.ts';
import { lockEveryone } from '../roles/seat-locks.ts';
import { confirmSeats, endHoldings } from '../roles/seats.ts';
import { withdraw } from './leaving.ts';
import { hashEmail } from './people.ts';

export const imports = (db: Database, ccgCode: string) => ({
  /**
   * Stores practices as they should stand. Seats at a practice that closed or moved are freed, with
   * the reason kept.
   */
  savePractices: (changes: readonly PracticeChange[], now: Date): Promise<void> =>
    inOne(db, async (tx) => {
      for (const { code, ...practice } of changes)
        await tx.practice.upsert({
          where: { ccgCode_code: { ccgCode, code } },
          create: { ccgCode, code, ...practice },
          update: practice,
        });
      const closed = changes.filter(({ closedOn }) => closedOn !== null).map(({ code }) => code);
      await endAt(tx, ccgCode, { practiceCode: { in: closed } }, 'practice_closed', now);
      await endAtGoneLocalities(tx, ccgCode, now);
      if (changes.length > 0) await record(tx, ccgCode, now, { kind: 'practices_imported' });
    }),

  /** Stores a roster: new people, new names, confirmed memberships, and those that ended. */
  saveRoster: (
    { newPeople, changedPeople, newMemberships, ended }: RosterDifference,
    now: Date,
  ): Promise<void> =>
    inOne(db, async (tx) => {
      await lockEveryone(tx, ccgCode);
      const strangers = newPeople.map(({ email, name, profession }) => ({
        ccgCode,
        email,
        name,
        profession,
      }));
      await tx.person.createMany({ data: strangers, skipDuplicates: true });
      for (const row of changedPeople) await savePerson(tx, ccgCode, row, now);
      for (const row of [...newPeople, ...newMemberships])
        await saveMembership(tx, ccgCode, row, now);
      await endOnRoster(tx, ccgCode, ended, now);
      if (newPeople.length + changedPeople.length + newMemberships.length + ended.length > 0)
        await record(tx, ccgCode, now, { kind: 'roster_imported' });
    }),

  saveLocalities: (
    rows: readonly { practiceCode: string; locality: string }[],
    now: Date,
  ): Promise<void> =>
    inOne(db, async (tx) => {
      for (const { practiceCode: code, locality } of rows)
        await tx.practice.update({
          where: { ccgCode_code: { ccgCode, code } },
          data: { locality },
        });
      await endAtGoneLocalities(tx, ccgCode, now);
      if (rows.length > 0) await record(tx, ccgCode, now, { kind: 'localities_imported' });
    }),

  saveListSizes: (
    rows: readonly { practiceCode: string; patients: number; on: Date }[],
    now: Date,
  ): Promise<void> =>
    inOne(db, async (tx) => {
      for (const { practiceCode: code, patients, on } of rows)
        await tx.practice.update({
          where: { ccgCode_code: { ccgCode, code } },
          data: { listSize: patients, listSizeOn: on },
        });
      if (rows.length > 0) await record(tx, ccgCode, now, { kind: 'list_sizes_imported' });
    }),

  /** Everyone the CCG knows, with whether a roster names them, to compare a roster with. */
  known: async (): Promise<KnownPerson[]> => {
    const rows = await db.person.findMany({
      where: { ccgCode, leftAt: null },
      include: { memberships: { where: { until: null } } },
    });
    return rows.map(({ memberships, ...person }) => ({
      ...person,
      memberships: memberships.map(({ practiceCode, confirmedAt, onRoster }) => ({
        practiceCode,
        onRoster,
        confirmed: confirmedAt !== null,
      })),
    }));
  },

  /** A test for people who left by their own wish. */
  departures: async (): Promise<(email: string) => boolean> => {
    const hashes = new Set(
      (await db.departure.findMany({ where: { ccgCode } })).map(({ emailHash }) => emailHash),
    );
    return (email) => hashes.has(hashEmail(ccgCode, email));
  },
});

/** A large file is one transaction too; it may take its time. */
const inOne = (db: Database, work: (tx: Transaction) => Promise<void>) => longTransaction(db, work);

/** A person as the roster has them. Nobody where they have just left: they are not brought back. */
const savePerson = async (
  tx: Transaction,
  ccgCode: string,
  row: RosterRow,
  now: Date,
): Promise<string | undefined> => {
  const { email, name, profession, engagementLead } = row;
  const [person] = await tx.person.updateManyAndReturn({
    where: { ccgCode, email },
    data: { name, profession },
  });
  if (!person || !engagementLead || person.engagementLead) return person?.id;
  await tx.person.updateMany({ where: { ccgCode, id: person.id }, data: { engagementLead } });
  await record(tx, ccgCode, now, { kind: 'lead_added', personId: person.id });
  return person.id;
};

const saveMembership = async (tx: Transaction, ccgCode: string, row: RosterRow, now: Date) => {
  const personId = await savePerson(tx, ccgCode, row, now);
  if (!personId) return;
  const { practiceCode } = row;
  const key = { ccgCode, personId, practiceCode };
  const confirmed = { onRoster: true, confirmedAt: now, until: null };
  await tx.membership.upsert({
    where: { ccgCode_personId_practiceCode: key },
    create: { ...key, since: now, ...confirmed },
    update: confirmed,
  });
  await confirmSeats(tx, ccgCode, personId, practiceCode, null, now);
};

type Where = { readonly personId?: string; readonly practiceCode: string | { in: string[] } };

const endAt = async (
  tx: Transaction,
  ccgCode: string,
  where: Where,
  reason: 'practice_closed' | 'left_practice',
  now: Date,
) => {
  await tx.membership.updateMany({
    where: { ...where, ccgCode, until: null },
    data: { until: now, onRoster: false },
  });
  await endHoldings(tx, ccgCode, where, reason, null, now);
};

const endOnRoster = async (
  tx: Transaction,
  ccgCode: string,
  ended: RosterDifference['ended'],
  now: Date,
) => {
  for (const { personId, practiceCode } of ended)
    await endAt(tx, ccgCode, { personId, practiceCode }, 'left_practice', now);
  for (const personId of new Set(ended.map((each) => each.personId)))
    await endWithoutFooting(tx, ccgCode, personId, now);
};

/**
 * Who works nowhere here any more holds nothing here; and a seat of a group of practices is for
 * those who work in it.
 */
const endWithoutFooting = async (tx: Transaction, ccgCode: string, personId: string, now: Date) => {
  const practices = await tx.practice.findMany({
    where: { ccgCode, closedOn: null, memberships: { some: { personId, until: null } } },
  });
  const names = practices.flatMap(({ locality }) => locality ?? []);
  const left = practices.length === 0 ? {} : { locality: { not: null, notIn: names } };
  await endHoldings(tx, ccgCode, { personId, ...left }, 'left_practice', null, now);
  if (practices.length === 0) await withdraw(tx, ccgCode, personId, 'person_left', now);
};

/** A seat of a locality goes with the last open practice in it. */
const endAtGoneLocalities = async (tx: Transaction, ccgCode: string, now: Date) => {
  const held = await tx.holding.findMany({
    where: { ccgCode, until: null, locality: { not: null } },
    distinct: ['locality'],
  });
  const open = await tx.practice.findMany({
    where: { ccgCode, closedOn: null },
    distinct: ['locality'],
  });
  const names = new Set(open.map(({ locality }) => locality));
  const gone = held.flatMap(({ locality }) => (locality && !names.has(locality) ? [locality] : []));
  await endHoldings(tx, ccgCode, { locality: { in: gone } }, 'locality_ended', null, now);
};
