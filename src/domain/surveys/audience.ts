// Whom a survey or a reminder is for.
import { z } from 'zod';
import { type Member, type Profession, professions } from '../people/people.ts';
import { coverOf, type Register } from '../roles/register.ts';

const groupSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone') }),
  z.object({
    kind: z.literal('profession'),
    profession: z.enum(Object.keys(professions) as Profession[]),
  }),
  z.object({
    kind: z.literal('level'),
    level: z.enum(['practice_lead', 'area_lead', 'leadership']),
  }),
  z.object({ kind: z.literal('role'), roleKey: z.string() }),
  z.object({ kind: z.literal('locality'), locality: z.string() }),
  z.object({ kind: z.literal('without_lead') }),
  /** Those a round has reached and who have said nothing to it yet. */
  z.object({ kind: z.literal('silent'), roundId: z.uuid() }),
]);

/** A group of people; of one practice only, where its code is given. */
export const audienceSchema = z.intersection(
  groupSchema,
  z.object({ practiceCode: z.string().optional() }),
);

export type Audience = z.infer<typeof audienceSchema>;

/**
 * A round that has reached people: what they have said to it is known from their prompts, never
 * what they answered.
 */
export type RoundReplies = {
  readonly id: string;
  readonly title: string;
  readonly silent: ReadonlySet<string>;
};

/** Where the people of an audience are looked up. */
export type AudienceData = {
  readonly register: Register;
  readonly rounds: readonly RoundReplies[];
};

/** The people of an audience, by name. */
export const peopleIn = (audience: Audience, audienceData: AudienceData): Member[] => {
  const members = membersIn(audience, audienceData);
  const people = isByRole(audience)
    ? members.map((member) => deputyFor(member, audienceData.register))
    : members;
  return [...new Set(people)].sort((a, b) => a.name.localeCompare(b.name));
};

/** The people an audience names, without regard to cover. */
export const membersIn = (audience: Audience, audienceData: AudienceData): Member[] => {
  const { practiceCode } = audience;
  return audienceData.register.members
    .filter(isConfirmed)
    .filter(membershipTest(audience, audienceData))
    .filter((member) => practiceCode === undefined || worksAt(member, practiceCode));
};

/**
 * Whoever joined by hand is asked nothing, and counts for no threshold, until somebody has
 * confirmed that they work there: otherwise a few accounts could make a survey of one person
 * “anonymous”.
 */
const isConfirmed = ({ memberships }: Member) => memberships.some(({ confirmed }) => confirmed);

/**
 * Whether it is an audience of role holders: what a role is asked goes to whoever stands in; what a
 * Whether it is an audience of role holders: what a role is asked goes to the deputy; what a
 * person is asked waits for them.
 */
export const isByRole = ({ kind }: Audience): boolean => kind === 'level' || kind === 'role';

/** The person, or their deputy while cover runs. */
export const deputyFor = (member: Member, register: Register): Member => {
  const deputy = coverOf(register, member.id)?.deputy;
  return register.members.find(({ id }) => id === deputy?.id) ?? member;
};

const membershipTest = (
  audience: Audience,
  { register, rounds }: AudienceData,
): ((person: Member) => boolean) => {
  switch (audience.kind) {
    case 'everyone':
      return () => true;
    case 'profession':
      return ({ profession }) => profession === audience.profession;
    case 'locality':
      return worksAtOneOf(
        register.practices.filter(({ locality }) => locality === audience.locality),
      );
    case 'without_lead':
      return worksAtOneOf(withoutLead(register));
    case 'silent': {
      const silent = rounds.find(({ id }) => id === audience.roundId)?.silent;
      return ({ id }) => silent?.has(id) ?? false;
    }
    case 'level':
    case 'role':
      return holdsOneOf(rolesOf(audience, register), register);
  }
};

const worksAt = ({ memberships }: Member, code: string) =>
  memberships.some(({ practiceCode, confirmed }) => practiceCode === code && confirmed);

const worksAtOneOf = (practices: Register['practices']) => (member: Member) =>
  practices.some(({ code }) => worksAt(member, code));

/** Practices where nobody sits in a lead's seat. */
const withoutLead = (register: Register) => {
  const keys = rolesOf({ kind: 'level', level: 'practice_lead' }, register);
  const led = new Set(
    register.holdings
      .filter(({ roleKey }) => keys.has(roleKey))
      .map(({ practiceCode }) => practiceCode),
  );
  return register.practices.filter(({ code }) => !led.has(code));
};

const rolesOf = (audience: Extract<Audience, { kind: 'level' | 'role' }>, { roles }: Register) =>
  new Set(
    roles
      .filter(({ key, level }) =>
        audience.kind === 'role' ? key === audience.roleKey : level === audience.level,
      )
      .map(({ key }) => key),
  );

const holdsOneOf = (roleKeys: ReadonlySet<string>, { holdings }: Register) => {
  const people = new Set(
    holdings.filter(({ roleKey }) => roleKeys.has(roleKey)).map(({ person }) => person.id),
  );
  return ({ id }: Member) => people.has(id);
};
