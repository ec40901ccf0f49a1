// Row locks, kept until commit, on what a seat depends on: another transaction that changes such a
// row waits, or has committed before and is seen here. Every transaction locks in this order, so
// that none deadlock: person, role, practice, memberships, holdings, requests.
import type { Transaction } from '../database.ts';

export type SeatPreconditions = {
  readonly personId: string;
  readonly roleKey: string;
  readonly seats: number;
  readonly practiceCode: string | null;
  readonly locality: string | null;
};

/**
 * Locks the rows a seat depends on until commit. False where the person, the role with this many
 * seats, the practice (or an open one of the locality) or the person's membership is gone.
 */
export const lockSeatPreconditions = async (
  tx: Transaction,
  ccgCode: string,
  { personId, roleKey, seats, practiceCode, locality }: SeatPreconditions,
): Promise<boolean> => {
  const [person] = await tx.$queryRaw<{ engagementLead: boolean }[]>`
    SELECT "engagementLead" FROM "Person"
    WHERE "ccgCode" = ${ccgCode} AND id = ${personId}::uuid AND "leftAt" IS NULL
      AND "deactivatedAt" IS NULL FOR SHARE`;
  const role = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Role"
    WHERE "ccgCode" = ${ccgCode} AND key = ${roleKey} AND seats = ${seats} AND "retiredAt" IS NULL
      FOR SHARE`;
  const practices = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Practice"
    WHERE "ccgCode" = ${ccgCode} AND (code = ${practiceCode} OR locality = ${locality})
      AND "closedOn" IS NULL
    ORDER BY code FOR SHARE`;
  const memberships = await tx.$queryRaw<{ practiceCode: string }[]>`
    SELECT "practiceCode" FROM "Membership"
    WHERE "ccgCode" = ${ccgCode} AND "personId" = ${personId}::uuid AND until IS NULL FOR SHARE`;
  const isThere = practices.length > 0 || (practiceCode === null && locality === null);
  const isInPlace = practiceCode
    ? memberships.some((each) => each.practiceCode === practiceCode)
    : memberships.length > 0 || person?.engagementLead;
  return Boolean(person && role.length > 0 && isThere && isInPlace);
};

/** Locks people until commit. False where one of them has left, or their account is not active. */
export const lockPeople = async (
  tx: Transaction,
  ccgCode: string,
  ids: readonly string[],
): Promise<boolean> => {
  const wanted = [...new Set(ids)];
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Person"
    WHERE "ccgCode" = ${ccgCode} AND id = ANY (${wanted}::uuid[]) AND "leftAt" IS NULL
      AND "deactivatedAt" IS NULL
    ORDER BY id FOR SHARE`;
  return rows.length === wanted.length;
};

/** Locks a seat until commit. False where its holding has ended. */
export const lockSeat = async (
  tx: Transaction,
  ccgCode: string,
  holdingId: string,
): Promise<boolean> => {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Holding"
    WHERE "ccgCode" = ${ccgCode} AND id = ${holdingId}::uuid AND until IS NULL FOR UPDATE`;
  return rows.length > 0;
};

/** Locks a person until commit, before everything of theirs is ended. */
export const lockPerson = (tx: Transaction, ccgCode: string, personId: string): Promise<unknown> =>
  tx.$queryRaw`
    SELECT 1 FROM "Person"
    WHERE "ccgCode" = ${ccgCode} AND id = ${personId}::uuid FOR NO KEY UPDATE`;

/** Locks everyone until commit, by id: a roster names people in an order of its own. */
export const lockEveryone = (tx: Transaction, ccgCode: string): Promise<unknown> =>
  tx.$queryRaw`
    SELECT id::text FROM "Person" WHERE "ccgCode" = ${ccgCode}
    ORDER BY id FOR NO KEY UPDATE`;
