// Taking, confirming, renewing, handing on and ending holdings. The database decides races: a seat
// taken a moment ago is not given twice.
import type { Start } from '../../domain/roles/eligibility.ts';
import type { EndReason } from '../../domain/roles/history.ts';
import type { Role, SeatScope } from '../../domain/roles/roles.ts';
import { type Database, lockBudgets, type Transaction } from '../database.ts';
import type { Planner } from '../sending/create-prompts.ts';
import { record } from './history.ts';
import { addRequest, closeRequests, type NewRequest } from './requests.ts';
import { lockPerson, lockSeat, lockSeatPreconditions } from './seat-locks.ts';
import { confirmMemberships, endHoldings, seatOf, seatPerson } from './seats.ts';

type Claimed = Start & {
  readonly role: Role;
  readonly place: SeatScope;
  readonly personId: string;
  readonly seats: readonly number[];
};

/** The request that somebody confirm the seat; the seat is put into it. */
export type AskToConfirm = Omit<NewRequest, 'holdingId'> | null;

export const holdings = (db: Database, ccgCode: string) => ({
  /**
   * Takes the first of the seats that is still free, and asks for confirmation where that is
   * needed. False where the facts have changed.
   */
  take: (
    { role, place, seats, ...who }: Claimed,
    toConfirm: AskToConfirm,
    now: Date,
  ): Promise<boolean> =>
    db.$transaction(async (tx) => {
      if (!who.confirmed) await lockBudgets(tx, ccgCode);
      const id = await takeFirst(
        tx,
        ccgCode,
        { roleKey: role.key, seats: role.seats, ...placeOf(place) },
        seats,
        who,
        now,
      );
      if (!id) return false;
      await closeRequests(
        tx,
        ccgCode,
        { kind: 'vacancy', roleKey: role.key, ...placeOf(place) },
        'accepted',
        now,
      );
      if (toConfirm && !who.confirmed)
        await addRequest(tx, ccgCode, { ...toConfirm, holdingId: id }, now);
      return true;
    }),

  /**
   * Marks a holding as confirmed by someone, and tells its holder. False where it had ended or was
   * confirmed already.
   */
  confirm: (
    id: string,
    actorId: string,
    termEndsAt: Date | null,
    tell: Planner,
    now: Date,
  ): Promise<boolean> =>
    db.$transaction(async (tx) => {
      await lockBudgets(tx, ccgCode);
      const [holding] = await tx.holding.updateManyAndReturn({
        where: { ccgCode, id, until: null, confirmedAt: null },
        data: { confirmedAt: now, termEndsAt },
      });
      if (!holding) return false;
      await closeRequests(tx, ccgCode, { holdingId: id, kind: 'confirm' }, 'accepted', now, tell);
      await record(tx, ccgCode, now, { kind: 'role_confirmed', actorId, ...seatOf(holding) });
      await confirmMemberships(tx, ccgCode, holding, actorId, now);
      return true;
    }),

  /**
   * Starts the next term at its holder's word. A seat that was to be confirmed only because its
   * term had ended is confirmed again.
   */
  renew: (id: string, personId: string, termEndsAt: Date | null, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const held = { ccgCode, id, personId, until: null, termEndsAt: { not: null } };
      const [holding] = await tx.holding.updateManyAndReturn({
        where: held,
        data: { termEndsAt, confirmedAt: now },
      });
      if (!holding) return false;
      await closeRequests(tx, ccgCode, { holdingId: id, kind: 'term' }, 'accepted', now);
      await record(tx, ccgCode, now, {
        kind: 'role_renewed',
        actorId: personId,
        ...seatOf(holding),
      });
      return true;
    }),

  /**
   * Moves a seat to a colleague who has agreed, in one step. False where the request or the seat is
   * no longer there to move.
   */
  handOver: (
    handing: HandingOver,
    toConfirm: AskToConfirm,
    tell: Planner,
    now: Date,
  ): Promise<boolean> =>
    db.$transaction(async (tx) => {
      await lockBudgets(tx, ccgCode);
      if (!(await maySwap(tx, ccgCode, handing))) return false;
      if (
        (await closeRequests(tx, ccgCode, { id: handing.requestId }, 'accepted', now, tell)) === 0
      )
        return false;
      const id = await swap(tx, ccgCode, handing, now);
      if (toConfirm && !handing.confirmed)
        await addRequest(tx, ccgCode, { ...toConfirm, holdingId: id }, now);
      return true;
    }),

  /** Ends a holding, keeping why. False where it had ended already. */
  end: (id: string, reason: EndReason, actorId: string | null, now: Date): Promise<boolean> =>
    db.$transaction(
      async (tx) => (await endHoldings(tx, ccgCode, { id }, reason, actorId, now)).length > 0,
    ),
});

export type HandingOver = Start & {
  readonly requestId: string;
  readonly holdingId: string;
  readonly toId: string;
  readonly actorId: string;
};

const placeOf = ({ practiceCode, locality }: SeatScope): SeatScope => ({ practiceCode, locality });

type Seats = SeatScope & { readonly roleKey: string; readonly seats: number };

const takeFirst = async (
  tx: Transaction,
  ccgCode: string,
  where: Seats,
  seats: readonly number[],
  who: Start & { readonly personId: string },
  now: Date,
): Promise<string | undefined> => {
  if (!(await lockSeatPreconditions(tx, ccgCode, { ...where, personId: who.personId })))
    return undefined;
  for (const seat of seats) {
    const id = await seatPerson(tx, ccgCode, { ...where, seat }, who, now);
    if (id) return id;
  }
  return undefined;
};

/**
 * Whether the colleague may still be seated, does not sit there already, and the seat is still
 * held.
 */
const maySwap = async (
  tx: Transaction,
  ccgCode: string,
  { holdingId, toId }: HandingOver,
): Promise<boolean> => {
  const seat = await tx.holding.findUniqueOrThrow({
    where: { ccgCode_id: { ccgCode, id: holdingId } },
  });
  await lockPerson(tx, ccgCode, toId); // so that they take no other seat meanwhile
  const { roleKey, practiceCode, locality } = seat;
  const own = await tx.holding.count({
    where: { ccgCode, personId: toId, roleKey, practiceCode, locality, until: null },
  });
  return (
    own === 0 &&
    (await lockSeatPreconditions(tx, ccgCode, { ...seat, personId: toId })) &&
    lockSeat(tx, ccgCode, holdingId)
  );
};

const swap = async (
  tx: Transaction,
  ccgCode: string,
  { holdingId, toId, actorId, ...start }: HandingOver,
  now: Date,
) => {
  const [left] = await endHoldings(tx, ccgCode, { id: holdingId }, 'handed_over', actorId, now);
  const id = left && (await seatPerson(tx, ccgCode, left, { personId: toId, ...start }, now));
  if (!id) throw new Error('A seat that was held was not free to hand on.');
  return id;
};
