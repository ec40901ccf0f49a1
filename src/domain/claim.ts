// Claiming a role: may this person take a seat, and which one.
import type { Member } from './people.ts';
import { isOpen, type Practice, refuseClosed } from './practices.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Holding } from './register.ts';
import { type Place, type Role, samePlace, titleAt, wholeCcg } from './roles.ts';
import { list, type Words } from './words.ts';

export type ClaimFacts = {
  readonly role: Role;
  readonly place: Place;
  readonly person: Member;
  /** The practices where the person works. */
  readonly practices: readonly Practice[];
  /** Who holds the role in this place now. */
  readonly holders: readonly Holding[];
  readonly words: Words;
};

/** The seats to try, in order; the database has the last word on which of them is still free. */
export type Claim = { readonly seats: readonly number[]; readonly confirmed: boolean };

/** Whether the person may take a seat of the role in the place. */
export const decideClaim = (facts: ClaimFacts, now: Date): Claim | Refusal => {
  const { role, place, person, practices, holders, words } = facts;
  const practice = practices.find(({ code }) => code === place.practiceCode);
  const closed = practice && refuseClosed(practice, practices, now, words);
  if (closed) return closed;
  if (!placesToClaim(role, practices).some((each) => samePlace(each, place))) return refuse(notYours(role, words));
  if (holders.some((holder) => holder.person.id === person.id))
    return refuse(`You already hold this role: ${titleAt(role, place, practice)}.`);
  const free = freeSeats(role, holders);
  return free.length > 0
    ? { seats: free, confirmed: isConfirmedFor(role, place, person) }
    : refuseFull(role, titleAt(role, place, practice), holders);
};

const notYours = (role: Role, words: Words) =>
  role.scope === 'practice'
    ? 'You are not on that practice’s list. Use “join” to add yourself to it first.'
    : `This seat belongs to a ${words.locality} where you have no practice.`;

/** Where the person could take the role: their practices, their localities, or the whole CCG. */
export const placesToClaim = (role: Role, practices: readonly Practice[]): Place[] => {
  if (role.scope === 'ccg') return [wholeCcg];
  if (role.scope === 'practice') return practices.map(({ code }) => ({ practiceCode: code, locality: null }));
  const names = new Set(practices.filter(isOpen).flatMap(({ locality }) => locality ?? []));
  return [...names].sort().map((locality) => ({ practiceCode: null, locality }));
};

const freeSeats = (role: Role, holders: readonly Holding[]) => {
  const taken = new Set(holders.map(({ seat }) => seat));
  return Array.from({ length: role.seats }, (_, index) => index + 1).filter((seat) => !taken.has(seat));
};

/** A claim is not proof of identity: only a confirmed member's seat counts at once, and leadership always waits for a lead. */
const isConfirmedFor = (role: Role, place: Place, person: Member) => {
  if (role.level === 'leadership') return false;
  const relevant = person.memberships.filter(({ practiceCode }) => !place.practiceCode || practiceCode === place.practiceCode);
  return relevant.some(({ confirmed }) => confirmed);
};

const refuseFull = (role: Role, title: string, holders: readonly Holding[]) => {
  const seats = role.seats === 1 ? 'The seat is' : role.seats === 2 ? 'Both seats are' : `All ${role.seats} seats are`;
  const names = list(holders.map(({ person }) => person.name));
  return refuse(
    `${seats} taken: ${title} is ${names}. If you would like to take over, have a word with them; the seat is free as soon as one of them gives it back.`,
  );
};
