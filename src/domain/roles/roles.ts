// What a role is, and finding one by the words people use.
import type { Profession } from '../people/people.ts';
import { search } from '../text/search.ts';

export type RoleLevel = 'practice_lead' | 'area_lead' | 'leadership';
export type RoleScope = 'practice' | 'locality' | 'ccg';

export type Role = {
  /** practice_lead, area_lead:<area> or leadership:<post>. */
  readonly key: string;
  readonly level: RoleLevel;
  /** What the seats belong to: each practice, each locality, or the whole CCG. */
  readonly scope: RoleScope;
  readonly title: string;
  readonly seats: number;
  readonly synonyms: readonly string[];
  /** Who may hold it; empty where anyone may. */
  readonly professions: readonly Profession[];
  /** Each holding waits for an engagement lead to confirm it. */
  readonly confirms: boolean;
  /** For how long it is held before its holder is asked again; none where it has no term. */
  readonly termMonths: number | null;
  /** Its holders declare their interests. */
  readonly declares: boolean;
};

/** Where a seat is: in a practice, in a locality, or (neither) in the whole CCG. */
export type SeatScope = { readonly practiceCode: string | null; readonly locality: string | null };

export const wholeCcg: SeatScope = { practiceCode: null, locality: null };

export const sameScope = (a: SeatScope, b: SeatScope): boolean =>
  a.practiceCode === b.practiceCode && a.locality === b.locality;

/** “Practice lead for Riverside Surgery”, “Locality lead for North”, “Diabetes lead”. */
export const titleAt = (
  role: Role,
  place: SeatScope,
  practice: { readonly name: string } | undefined,
): string => {
  const where = practice?.name ?? place.locality;
  return where ? `${role.title} for ${where}` : role.title;
};

/** From the practice's own roles to the leadership's, each level in alphabetical order. */
export const byLevel = (roles: readonly Role[]): Role[] =>
  [...roles].sort(
    (a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || a.title.localeCompare(b.title),
  );

const levels: readonly RoleLevel[] = ['practice_lead', 'area_lead', 'leadership'];

/** The roles that the words could mean, best first: “diabetes”, “lead”, “chronic disease”. */
export const findRoles = (catalogue: readonly Role[], words: string, errors?: number): Role[] => {
  const withNames = catalogue.map((role) => ({ role, name: role.title, also: role.synonyms }));
  return search(withNames, words, errors).map(({ role }) => role);
};

/** A word with this share of wrong letters is no match, but may be worth offering. */
const FAR_OFF = 0.45;
const MAX_OFFERED = 3;

/** The roles that come nearest to words that name none. */
export const nearestRoles = (catalogue: readonly Role[], words: string): Role[] =>
  findRoles(catalogue, words, FAR_OFF).slice(0, MAX_OFFERED);
