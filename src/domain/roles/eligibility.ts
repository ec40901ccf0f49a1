// May somebody hold a role in a place: the same for claiming it, being handed it and asking to take
// it over.

import { type Member, professions } from '../people/people.ts';
import { isOpen, type Practice, refuseClosed } from '../people/practices.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { joinList, type Words } from '../text/words.ts';
import { addMonths } from '../time/calendar.ts';
import type { Holding } from './register.ts';
import { type Role, type SeatScope, sameScope, titleAt, wholeCcg } from './roles.ts';

/** Somebody and the seat they might sit in. */
export type Candidate = {
  readonly role: Role;
  readonly place: SeatScope;
  readonly person: Member;
  /** The practices where the person works. */
  readonly practices: readonly Practice[];
  /** Who holds the role in this place now. */
  readonly holders: readonly Holding[];
  readonly words: Words;
};

/** How a holding begins. */
export type Start = { readonly confirmed: boolean; readonly termEndsAt: Date | null };

/**
 * Why the person cannot hold the role there, said to them (“you”) or to a colleague (their name).
 */
export const refuseHolder = (
  candidate: Candidate,
  who: 'you' | 'they',
  now: Date,
): Refusal | undefined => {
  const { role, place, person, practices, holders, words } = candidate;
  const practice = practices.find(({ code }) => code === place.practiceCode);
  const closed = practice && refuseClosed(practice, practices, now, words);
  if (closed) return closed;
  const isInPlace = scopesToClaim(role, practices).some((each) => sameScope(each, place));
  if (!isInPlace || !(practices.length > 0 || person.engagementLead))
    return refuseOutsider(candidate, who);
  if (!mayHold(role, person)) return refuse('wrong_profession', wrongProfession(candidate, who));
  if (isOnlySeat(role) && !isConfirmed(person))
    return refuse('not_confirmed', notConfirmed(candidate, who));
  return holders.some((holder) => holder.person.id === person.id)
    ? refuse(
        'already_held',
        `${who === 'you' ? 'You already hold' : `${person.name} already holds`} this role: ` +
          `${titleAt(role, place, practice)}.`,
      )
    : undefined;
};

/** Where the person could take the role: their practices, their localities, or the whole CCG. */
export const scopesToClaim = (role: Role, practices: readonly Practice[]): SeatScope[] => {
  if (role.scope === 'ccg') return [wholeCcg];
  if (role.scope === 'practice')
    return practices.map(({ code }) => ({ practiceCode: code, locality: null }));
  const names = new Set(practices.filter(isOpen).flatMap(({ locality }) => locality ?? []));
  return [...names].sort().map((locality) => ({ practiceCode: null, locality }));
};

export const mayHold = (role: Role, { profession }: Pick<Member, 'profession'>): boolean =>
  role.professions.length === 0 || role.professions.includes(profession);

/**
 * A claim is not proof of identity: only a confirmed member's seat counts at once, and what the CCG
 * confirms waits for a lead. A seat of a locality stands on a confirmed membership in it.
 */
export const startOf = (
  { role, place, person, practices }: Omit<Candidate, 'holders' | 'words'>,
  now: Date,
): Start => {
  const confirmed = !role.confirms && practices.some((practice) => isIn(place, practice, person));
  return { confirmed, termEndsAt: confirmed ? termEnd(role, now) : null };
};

/**
 * Whether a practice lies in the place of a seat, and the person's membership there is confirmed.
 */
const isIn = (
  { practiceCode, locality }: SeatScope,
  practice: Practice,
  { memberships }: Pick<Member, 'memberships'>,
): boolean =>
  (practiceCode === null || practice.code === practiceCode) &&
  (locality === null || practice.locality === locality) &&
  memberships.some((each) => each.practiceCode === practice.code && each.confirmed);

/** The end of a term that begins at a moment. */
export const termEnd = ({ termMonths }: Role, from: Date): Date | null =>
  termMonths === null ? null : addMonths(from, termMonths);

/**
 * An unconfirmed claim would keep everybody else from the only seat of a post of the leadership.
 */
const isOnlySeat = ({ level, seats }: Role) => level === 'leadership' && seats === 1;

const isConfirmed = ({ memberships, engagementLead }: Member) =>
  engagementLead || memberships.some(({ confirmed }) => confirmed);

const notConfirmed = ({ person, words }: Candidate, who: 'you' | 'they') =>
  `That opens once the ${words.organisation} has confirmed that ` +
  `${who === 'you' ? 'you work at your' : `${person.name} works at their`} practice.`;

const refuseOutsider = (
  { role, person, practices, words }: Candidate,
  who: 'you' | 'they',
): Refusal => {
  const whose = role.scope === 'practice' ? 'that practice’s list' : 'a practice’s list';
  if (role.scope === 'practice' || practices.length === 0)
    return refuse(
      'not_on_list',
      who === 'you'
        ? `You are not on ${whose}. Use “join” to add yourself to it first.`
        : `${person.name} is not on ${whose}. They can add themselves with “join”.`,
    );
  return refuse(
    'wrong_locality',
    `This seat belongs to a ${words.locality} where ` +
      `${who === 'you' ? 'you have' : `${person.name} has`} no practice.`,
  );
};

const wrongProfession = ({ role, person, words }: Candidate, who: 'you' | 'they') => {
  const allowed = joinList(
    role.professions.map((profession) => professions[profession]),
    'or',
  );
  const is = who === 'you' ? 'you are' : `${person.name} is`;
  return (
    `${role.title} is for a ${allowed}, and ${is} on the list as ` +
    `${professions[person.profession]}. If that is not right, tell the ${words.organisation}.`
  );
};
