// The register: who holds which seat, and which seats are free. One truth for the command, Home,
// vacancies and summaries.
import type { Member } from '../people/people.ts';
import type { Practice } from '../people/practices.ts';
import {
  type Role,
  type RoleLevel,
  type SeatScope,
  sameScope,
  titleAt,
  wholeCcg,
} from './roles.ts';

export type Holding = SeatScope & {
  readonly id: string;
  readonly roleKey: string;
  readonly seat: number;
  readonly since: Date;
  /** False while "to be confirmed". */
  readonly confirmed: boolean;
  /**
   * When its holder is asked whether they go on; none where the role has no term, or while it is to
   * be confirmed.
   */
  readonly termEndsAt: Date | null;
  readonly person: { readonly id: string; readonly name: string; readonly slackId: string | null };
};

export type Register = {
  readonly roles: readonly Role[];
  /** Open practices, by name. */
  readonly practices: readonly Practice[];
  readonly members: readonly Member[];
  /** Holdings that have not ended. */
  readonly holdings: readonly Holding[];
  /** Who stands in for whom, until when. */
  readonly covers: readonly Cover[];
};

/** The deputy gets what the person's roles are asked; the seat stays where it is. */
export type Cover = {
  readonly id: string;
  readonly personId: string;
  readonly deputy: { readonly id: string; readonly name: string; readonly slackId: string | null };
  readonly until: Date;
};

export type Vacancy = { readonly role: Role; readonly place: SeatScope; readonly free: number };

/** Who holds a role in one place, by seat. */
export const holders = (register: Register, role: Role, place: SeatScope): Holding[] =>
  register.holdings
    .filter((holding) => holding.roleKey === role.key && sameScope(holding, place))
    .sort((a, b) => a.seat - b.seat);

/** What a holding is called: “Practice lead for Riverside Surgery”. */
export const titleOf = (register: Register, holding: Holding): string => {
  const role = register.roles.find(({ key }) => key === holding.roleKey);
  return role
    ? titleAt(
        role,
        holding,
        register.practices.find(({ code }) => code === holding.practiceCode),
      )
    : holding.roleKey;
};

/** Who stands in for somebody now. */
export const coverOf = (register: Register, personId: string): Cover | undefined =>
  register.covers.find((cover) => cover.personId === personId);

/** Every place where a role has seats: each practice, each locality, or the whole CCG. */
export const scopesOf = (register: Pick<Register, 'practices'>, role: Role): SeatScope[] => {
  if (role.scope === 'ccg') return [wholeCcg];
  if (role.scope === 'practice')
    return register.practices.map(({ code }) => ({ practiceCode: code, locality: null }));
  return localities(register).map((locality) => ({ practiceCode: null, locality }));
};

/** The CCG's localities, alphabetical. */
export const localities = ({ practices }: Pick<Register, 'practices'>): string[] =>
  [...new Set(practices.flatMap(({ locality }) => locality ?? []))].sort((a, b) =>
    a.localeCompare(b),
  );

/** Places where a role has a free seat. */
export const vacancies = (register: Register, level?: RoleLevel): Vacancy[] =>
  register.roles
    .filter((role) => !level || role.level === level)
    .flatMap((role) =>
      scopesOf(register, role).map((place) => ({
        role,
        place,
        free: role.seats - holders(register, role, place).length,
      })),
    )
    .filter(({ free }) => free > 0);

/**
 * How many people take part at a level: distinct people, however many seats they hold. Seats that
 * are to be confirmed do not count.
 */
export const peopleAt = (register: Register, level: RoleLevel): number =>
  new Set(
    holdingsAt(register, level)
      .filter(({ confirmed }) => confirmed)
      .map(({ person }) => person.id),
  ).size;

const holdingsAt = ({ roles, holdings }: Register, level: RoleLevel): Holding[] => {
  const keys = new Set(roles.filter((role) => role.level === level).map(({ key }) => key));
  return holdings.filter(({ roleKey }) => keys.has(roleKey));
};

/** Members whom nobody has confirmed at any of their practices yet. */
export const unconfirmedMembers = ({ members }: Pick<Register, 'members'>): Member[] =>
  members.filter(({ memberships }) => !memberships.some(({ confirmed }) => confirmed));

/** All seats of a level, how many are held, and how many more wait to be confirmed. */
export const seatsAt = (
  register: Register,
  level: RoleLevel,
): { held: number; toConfirm: number; seats: number } => {
  const roles = register.roles.filter((role) => role.level === level);
  const holdings = holdingsAt(register, level);
  const held = holdings.filter(({ confirmed }) => confirmed).length;
  return {
    held,
    toConfirm: holdings.length - held,
    seats: roles.reduce((sum, role) => sum + role.seats * scopesOf(register, role).length, 0),
  };
};
