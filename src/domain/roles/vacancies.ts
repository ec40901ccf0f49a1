// Vacant seats of practices: how long they have been empty, and when a practice may be invited to
// fill them.

import { type Refusal, refuse } from '../refusal.ts';
import type { Words } from '../text/words.ts';
import { addMonths, formatDay } from '../time/calendar.ts';
import { localities, type Register, vacancies } from './register.ts';
import { type Role, type SeatScope, titleAt } from './roles.ts';

/** When a seat was last given up or a practice last invited, by role and place. */
export type Moments = ReadonlyMap<string, Date>;

export const seatOf = (roleKey: string, { practiceCode, locality }: SeatScope): string =>
  [roleKey, practiceCode, locality].join('|');

/** A role that nobody holds somewhere. */
export type Empty = {
  readonly role: Role;
  readonly place: SeatScope;
  readonly title: string;
  /** None where nobody has held it yet. */
  readonly since: Date | null;
  readonly invitedAt: Date | null;
};

export type EmptyGroup = { readonly name: string; readonly empty: readonly Empty[] };

/**
 * What nobody holds: practices by locality, then the areas and posts of the whole CCG, each in
 * alphabetical order.
 */
export const emptySeats = (
  register: Register,
  endedAt: Moments,
  invitedAt: Moments,
  words: Words,
): EmptyGroup[] => {
  const all = vacancies(register)
    .filter(({ role, free }) => free === role.seats)
    .map(({ role, place }) => {
      const practice = register.practices.find(({ code }) => code === place.practiceCode);
      const key = seatOf(role.key, place);
      const title = practice?.name ?? titleAt(role, place, undefined);
      return {
        role,
        place,
        title,
        since: endedAt.get(key) ?? null,
        invitedAt: invitedAt.get(key) ?? null,
        practice,
      };
    })
    .sort((a, b) => a.title.localeCompare(b.title));
  const inPractices = all.filter(({ practice }) => practice);
  const groups = [...localities(register), null].map((locality) => ({
    name: locality ?? `No ${words.locality} yet`,
    empty: inPractices.filter(({ practice }) => practice?.locality === locality),
  }));
  const wider = {
    name: `For the whole ${words.organisation}`,
    empty: all.filter(({ practice }) => !practice),
  };
  return [...groups, wider].filter(({ empty }) => empty.length > 0);
};

/** Three months between invitations to one practice, so never two in a quarter. */
export const refuseInvitation = (invitedAt: Date | null, now: Date): Refusal | undefined => {
  const again = invitedAt && addMonths(invitedAt, MONTHS_BETWEEN);
  return invitedAt && again && again > now
    ? refuse(
        'invited_recently',
        `They were invited on ${formatDay(invitedAt, now)}, and are left in peace until ` +
          `${formatDay(again, now)}.`,
      )
    : undefined;
};

const MONTHS_BETWEEN = 3;
