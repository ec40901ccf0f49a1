// What a role is, and finding one by the words people use.
import { search } from './search.ts';

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
};

/** Where a seat is: in a practice, in a locality, or (neither) in the whole CCG. */
export type Place = { readonly practiceCode: string | null; readonly locality: string | null };

export const wholeCcg: Place = { practiceCode: null, locality: null };

export const samePlace = (a: Place, b: Place): boolean => a.practiceCode === b.practiceCode && a.locality === b.locality;

/** “Practice lead for Riverside Surgery”, “Locality lead for North”, “Diabetes lead”. */
export const titleAt = (role: Role, place: Place, practice: { readonly name: string } | undefined): string => {
  const where = practice?.name ?? place.locality;
  return where ? `${role.title} for ${where}` : role.title;
};

/** From the practice's own roles to the leadership's, each level in alphabetical order. */
export const byLevel = (roles: readonly Role[]): Role[] =>
  [...roles].sort((a, b) => levels.indexOf(a.level) - levels.indexOf(b.level) || a.title.localeCompare(b.title));

const levels: readonly RoleLevel[] = ['practice_lead', 'area_lead', 'leadership'];

/** The roles that the words could mean, best first: “diabetes”, “lead”, “chronic disease”. */
export const findRoles = (catalogue: readonly Role[], words: string): Role[] => {
  const withNames = catalogue.map((role) => ({ role, name: role.title, also: role.synonyms }));
  return search(withNames, words).map(({ role }) => role);
};
