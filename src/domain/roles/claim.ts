// Claiming a role: may this person take a seat, and which one.

import { type Refusal, refuse } from '../refusal.ts';
import { joinList } from '../text/words.ts';
import { type Candidate, refuseHolder, type Start, startOf } from './eligibility.ts';
import type { Holding } from './register.ts';
import { type Role, titleAt } from './roles.ts';

/** The seats to try, in order; the database has the last word on which of them is still free. */
export type Claim = Start & { readonly seats: readonly number[] };

/**
 * Whether the person may take a seat of the role in the place. Where all are taken (`role_full`),
 * they may ask a holder.
 */
export const decideClaim = (candidate: Candidate, now: Date): Claim | Refusal => {
  const { role, holders } = candidate;
  const refusal = refuseHolder(candidate, 'you', now);
  if (refusal) return refusal;
  const seats = freeSeats(role, holders);
  return seats.length > 0 ? { seats, ...startOf(candidate, now) } : refuseFull(candidate);
};

const freeSeats = (role: Role, holders: readonly Holding[]) => {
  const taken = new Set(holders.map(({ seat }) => seat));
  return Array.from({ length: role.seats }, (_, index) => index + 1).filter(
    (seat) => !taken.has(seat),
  );
};

const refuseFull = ({ role, place, practices, holders }: Candidate): Refusal => {
  const seats =
    role.seats === 1
      ? 'The seat is'
      : role.seats === 2
        ? 'Both seats are'
        : `All ${role.seats} seats are`;
  const names = joinList(holders.map(({ person }) => person.name));
  const title = titleAt(
    role,
    place,
    practices.find(({ code }) => code === place.practiceCode),
  );
  return refuse(
    'role_full',
    `${seats} taken: ${title} is ${names}. You can ask to take over; it is theirs to say.`,
  );
};
