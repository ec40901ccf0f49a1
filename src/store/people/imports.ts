// Writing what an import found, all or nothing.
import type { PracticeChange } from '../../domain/people/practice-import.ts';
import type {
  KnownPerson,
  PerhapsSame,
  RosterDifference,
  RosterRow,
} from '../../domain/people/roster-import.ts';
import { type Database, longTransaction, type Transaction } from '../database.ts';
import { record } from '../roles/history.ts';
import { lockEveryone } from '../roles/seat-locks.ts';
import { confirmSeats } from '../roles/seats.ts';
import { endAt, endAtGoneLocalities, endOnRoster } from './end-memberships.ts';
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

  /**
   * Stores a roster: people who keep all they have under a new e-mail address (`renamed`), new
   * people, new names, confirmed memberships, and those that ended.
   */
  saveRoster: (
    { newPeople, changedPeople, newMemberships, ended }: RosterDifference,
    renamed: readonly PerhapsSame[],
    now: Date,
  ): Promise<void> =>
    inOne(db, async (tx) => {
      await lockEveryone(tx, ccgCode);
      for (const { personId: id, newEmail: email } of renamed)
        await tx.person.updateMany({ where: { ccgCode, id }, data: { email } });
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
  if (!person || !engagementLead || person.engagementLead || person.leadRemovedAt)
    return person?.id;
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
