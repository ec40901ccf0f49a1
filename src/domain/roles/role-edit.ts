// Editing the catalogue: what a lead may change of a role, add to it or take out of it.
import { type Profession, professions } from '../people/people.ts';
import { type Refusal, type RefusalCode, refuse } from '../refusal.ts';
import { joinList, pluralise } from '../text/words.ts';
import { holders, type Register, scopesOf } from './register.ts';
import { type Role, type RoleLevel, type RoleScope, titleAt } from './roles.ts';

/** What the form holds, as it was typed. */
export type RoleFields = {
  readonly title: string;
  readonly seats: string;
  readonly term: string;
  readonly professions: readonly string[];
  readonly confirms: boolean;
  readonly declares: boolean;
};

/** What is wrong, beside the field it is about. */
export type FieldRefusal = Refusal & { readonly field: keyof RoleFields };

const MAX_SEATS = 20;
const MAX_TERM_MONTHS = 120;

/** The role as it would be after an edit. */
export const decideEdit = (
  role: Role,
  fields: RoleFields,
  register: Register,
): Role | FieldRefusal => {
  const edited = readFields(role, fields);
  if ('field' in edited) return edited;
  const namesake = register.roles.find(
    ({ key, title }) => key !== role.key && title.toLowerCase() === edited.title.toLowerCase(),
  );
  if (namesake)
    return about('title', 'title_taken', `There is a role “${namesake.title}” already.`);
  return refuseTooFewSeats(edited, register) ?? edited;
};

/** A new role, with a key made from its title. */
export const decideNewRole = (
  kind: { readonly level: Exclude<RoleLevel, 'practice_lead'>; readonly scope: RoleScope },
  fields: RoleFields,
  register: Register,
): Role | FieldRefusal => {
  const word = fields.title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_|_$/g, '')
    .slice(0, 40);
  const key = `${kind.level}:${word}`;
  if (register.roles.some((role) => role.key === key))
    return about('title', 'title_taken', 'There is a role of that name already.');
  const blank = {
    ...kind,
    key,
    title: '',
    seats: 1,
    synonyms: [],
    professions: [],
    confirms: true,
    termMonths: null,
    declares: true,
  };
  return word
    ? decideEdit(blank, fields, register)
    : about('title', 'title_invalid', 'Give it a title in letters.');
};

/**
 * Whether a role may be taken out of the catalogue: not while somebody holds it, and never the
 * practices' own.
 */
export const refuseRetiring = (role: Role, register: Register): Refusal | undefined => {
  if (role.level === 'practice_lead')
    return refuse('role_permanent', `${role.title} is what every practice has, so it stays.`);
  const held = register.holdings.filter(({ roleKey }) => roleKey === role.key);
  return held.length > 0
    ? refuse(
        'role_held',
        `${joinList(held.map(({ person }) => person.name))} ` +
          `${held.length === 1 ? 'holds' : 'hold'} this role. It can go once it is free.`,
      )
    : undefined;
};

const readFields = (role: Role, fields: RoleFields): Role | FieldRefusal => {
  const title = fields.title.trim();
  const seats = Number(fields.seats);
  const termMonths = fields.term.trim() === '' ? null : Number(fields.term);
  const most = role.level === 'practice_lead' ? 2 : MAX_SEATS;
  if (title.length < 3 || title.length > 60)
    return about('title', 'title_invalid', 'Give it a title of 3 to 60 letters.');
  if (!Number.isInteger(seats) || seats < 1 || seats > most)
    return about('seats', 'seats_invalid', `Give a whole number from 1 to ${most}.`);
  if (
    termMonths !== null &&
    (!Number.isInteger(termMonths) || termMonths < 1 || termMonths > MAX_TERM_MONTHS)
  )
    return about(
      'term',
      'term_invalid',
      `Give whole months from 1 to ${MAX_TERM_MONTHS}, or leave it empty for no term.`,
    );
  const { confirms, declares } = fields;
  return {
    ...role,
    title,
    seats,
    termMonths,
    confirms,
    declares,
    professions: fields.professions.filter(isProfession),
  };
};

const refuseTooFewSeats = (role: Role, register: Register): FieldRefusal | undefined => {
  const crowded = scopesOf(register, role).find(
    (place) => holders(register, role, place).length > role.seats,
  );
  if (!crowded) return undefined;
  const held = holders(register, role, crowded);
  const title = titleAt(
    role,
    crowded,
    register.practices.find(({ code }) => code === crowded.practiceCode),
  );
  const names = joinList(held.map(({ person }) => person.name));
  return about(
    'seats',
    'seats_held',
    `${title} is held by ${pluralise(held.length, 'person', 'people')}, ${names}, and nobody ` +
      'loses a seat by this.',
  );
};

const isProfession = (word: string): word is Profession => Object.hasOwn(professions, word);

const about = (field: keyof RoleFields, code: RefusalCode, words: string): FieldRefusal => ({
  ...refuse(code, words),
  field,
});
