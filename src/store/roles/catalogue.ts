// The CCG's catalogue of roles, as leads edit it.

import type { Role } from '../../domain/roles/roles.ts';
import { addMonths } from '../../domain/time/calendar.ts';
import type { Database, Transaction } from '../database.ts';
import { record } from './history.ts';
import { closeRequests } from './requests.ts';

export const catalogue = (db: Database, ccgCode: string) => ({
  /** Adds a role. False where its key was used before. */
  add: (role: Role, actorId: string, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.role.createMany({
        data: [{ ...toRow(role), ccgCode }],
        skipDuplicates: true,
      });
      if (count > 0)
        await record(tx, ccgCode, now, { kind: 'role_added', actorId, roleKey: role.key });
      return count > 0;
    }),

  /**
   * Stores an edited role. False where more people hold it somewhere than its new seats; then
   * nothing has changed.
   */
  edit: (role: Role, actorId: string, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      await lockRole(tx, ccgCode, role.key);
      if (!(await moveToFirstSeats(tx, ccgCode, role))) return false;
      await tx.role.update({
        where: { ccgCode_key: { ccgCode, key: role.key } },
        data: toRow(role),
      });
      await fitTerms(tx, ccgCode, role, now);
      await record(tx, ccgCode, now, { kind: 'role_edited', actorId, roleKey: role.key });
      return true;
    }),

  /** Takes a role out of the catalogue. False where somebody holds it. */
  retire: (key: string, actorId: string, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      await lockRole(tx, ccgCode, key);
      if ((await tx.holding.count({ where: { ccgCode, roleKey: key, until: null } })) > 0)
        return false;
      const { count } = await tx.role.updateMany({
        where: { ccgCode, key, retiredAt: null },
        data: { retiredAt: now },
      });
      if (count > 0)
        await record(tx, ccgCode, now, { kind: 'role_retired', actorId, roleKey: key });
      return count > 0;
    }),
});

export const toRow = (role: Role) => ({
  ...role,
  synonyms: [...role.synonyms],
  professions: [...role.professions],
});

/** Nobody takes a seat of the role until this transaction ends: a holding refers to its row. */
const lockRole = (tx: Transaction, ccgCode: string, key: string) =>
  tx.$queryRaw`SELECT 1 FROM "Role" WHERE "ccgCode" = ${ccgCode} AND key = ${key} FOR UPDATE`;

/** With fewer seats, those who hold one beyond them move to one that is free. */
const moveToFirstSeats = async (
  tx: Transaction,
  ccgCode: string,
  { key, seats }: Role,
): Promise<boolean> => {
  const held = await tx.holding.findMany({
    where: { ccgCode, roleKey: key, until: null },
    orderBy: { seat: 'asc' },
  });
  const places = [
    ...Map.groupBy(held, ({ practiceCode, locality }) =>
      JSON.stringify([practiceCode, locality]),
    ).values(),
  ];
  if (places.some(({ length }) => length > seats)) return false;
  for (const place of places)
    for (const [index, { id, seat }] of place.entries())
      if (seat !== index + 1)
        await tx.holding.update({
          where: { ccgCode_id: { ccgCode, id } },
          data: { seat: index + 1 },
        });
  return true;
};

/**
 * A role that gains a term begins it now for those who hold it; one that loses its term asks nobody
 * any more.
 */
const fitTerms = async (tx: Transaction, ccgCode: string, { key, termMonths }: Role, now: Date) => {
  const held = { ccgCode, roleKey: key, until: null, confirmedAt: { not: null } };
  if (termMonths === null) {
    await tx.holding.updateMany({ where: held, data: { termEndsAt: null } });
    await closeRequests(tx, ccgCode, { kind: 'term', holding: { roleKey: key } }, 'withdrawn', now);
  } else
    await tx.holding.updateMany({
      where: { ...held, termEndsAt: null },
      data: { termEndsAt: addMonths(now, termMonths) },
    });
};
