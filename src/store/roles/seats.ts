// Seats inside a transaction: putting somebody into one, confirming it, and freeing it, each with
// its line of history.
import { type Start, termEnd } from '../../domain/roles/eligibility.ts';
import type { EndReason } from '../../domain/roles/history.ts';
import type { SeatScope } from '../../domain/roles/roles.ts';
import type { Transaction } from '../database.ts';
import type { HoldingModel } from '../generated/prisma/models.ts';
import { record } from './history.ts';
import { closeRequests } from './requests.ts';

type Which = {
  readonly id?: string;
  readonly personId?: string;
  readonly practiceCode?: string | { in: string[] };
  readonly locality?: { in: string[] } | { not: null; notIn: string[] };
};

/**
 * Ends holdings that have not ended, with a line of history each, and withdraws what was still
 * asked about them.
 */
export const endHoldings = async (
  tx: Transaction,
  ccgCode: string,
  which: Which,
  reason: EndReason,
  actorId: string | null,
  now: Date,
): Promise<HoldingModel[]> => {
  const ended = await tx.holding.updateManyAndReturn({
    where: { ...which, ccgCode, until: null },
    data: { until: now, ended: reason },
  });
  const kind = reason === 'stepped_down' ? 'role_released' : 'role_ended';
  for (const holding of ended)
    await record(tx, ccgCode, now, { kind, actorId, reason, ...seatOf(holding) });
  await closeRequests(
    tx,
    ccgCode,
    { holdingId: { in: ended.map(({ id }) => id) } },
    'withdrawn',
    now,
  );
  return ended;
};

type NewSeat = SeatScope & {
  readonly roleKey: string;
  readonly seats: number;
  readonly seat: number;
};

/** Puts somebody into a seat. Nothing where it is taken. */
export const seatPerson = async (
  tx: Transaction,
  ccgCode: string,
  { roleKey, seats, seat, practiceCode, locality }: NewSeat,
  { personId, confirmed, termEndsAt }: Start & { readonly personId: string },
  now: Date,
): Promise<string | undefined> => {
  const place = { roleKey, seats, seat, practiceCode, locality };
  const data = {
    ccgCode,
    ...place,
    personId,
    since: await startAfter(tx, { ccgCode, ...place, personId }, now),
    confirmedAt: confirmed ? now : null,
    termEndsAt,
  };
  const [holding] = await tx.holding.createManyAndReturn({ data: [data], skipDuplicates: true });
  if (!holding) return undefined;
  const kind = confirmed ? 'role_claimed' : 'role_asked';
  await record(tx, ccgCode, now, { kind, actorId: personId, ...seatOf(holding) });
  return holding.id;
};

/**
 * Now, or the end of the same person's last time in this role and place, should that have been
 * written down a moment later.
 */
const startAfter = async (
  tx: Transaction,
  { ccgCode, personId, roleKey, practiceCode, locality }: { ccgCode: string } & Seated,
  now: Date,
): Promise<Date> => {
  const where = { ccgCode, personId, roleKey, practiceCode, locality, until: { gt: now } };
  return (await tx.holding.findFirst({ where, orderBy: { until: 'desc' } }))?.until ?? now;
};

type Seated = Pick<HoldingModel, 'personId' | 'roleKey' | 'practiceCode' | 'locality'>;

/** What a line of history says of a holding. */
export const seatOf = ({ personId, roleKey, practiceCode, locality }: Seated) => ({
  personId,
  roleKey,
  practiceCode,
  locality,
});

/**
 * Confirms the seats that waited only for their holder to be known at the practice, now that they
 * are.
 */
export const confirmSeats = async (
  tx: Transaction,
  ccgCode: string,
  personId: string,
  practiceCode: string,
  actorId: string | null,
  now: Date,
): Promise<void> => {
  const waiting = await tx.holding.findMany({
    where: {
      ...{
        ccgCode,
        personId,
        until: null,
        confirmedAt: null,
        termEndsAt: null,
        role: { confirms: false },
      },
      OR: [{ practiceCode }, { practiceCode: null }],
    },
    include: { role: true },
  });
  for (const { id, role, ...holding } of waiting) {
    const { count } = await tx.holding.updateMany({
      // it may have been given back meanwhile
      where: { ccgCode, id, until: null, confirmedAt: null },
      data: { confirmedAt: now, termEndsAt: termEnd(role, now) },
    });
    if (count === 0) continue;
    await closeRequests(tx, ccgCode, { holdingId: id, kind: 'confirm' }, 'withdrawn', now);
    await record(tx, ccgCode, now, { kind: 'role_confirmed', actorId, ...seatOf(holding) });
  }
};

/**
 * A confirmed seat confirms the memberships it stands on: at its practice, in its locality, or
 * anywhere for a seat of the whole CCG.
 */
export const confirmMemberships = async (
  tx: Transaction,
  ccgCode: string,
  { personId, practiceCode, locality }: HoldingModel,
  actorId: string,
  now: Date,
) => {
  const confirmed = await tx.membership.updateManyAndReturn({
    where: {
      ...{ ccgCode, personId, until: null, confirmedAt: null },
      ...(practiceCode ? { practiceCode } : {}),
      ...(locality ? { practice: { locality } } : {}),
    },
    data: { confirmedAt: now },
  });
  for (const { practiceCode: at } of confirmed)
    await record(tx, ccgCode, now, {
      kind: 'membership_confirmed',
      actorId,
      personId,
      practiceCode: at,
    });
};
