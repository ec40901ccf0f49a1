// Whom a survey or a reminder is for.
import { z } from 'zod';
import type { Member } from './people.ts';
import { coverOf, localities, type Register } from './register.ts';
import { capital, type Words } from './words.ts';

export const audienceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('everyone') }),
  z.object({ kind: z.literal('gps') }),
  z.object({ kind: z.literal('level'), level: z.enum(['practice_lead', 'area_lead', 'leadership']) }),
  z.object({ kind: z.literal('role'), roleKey: z.string() }),
  z.object({ kind: z.literal('locality'), locality: z.string() }),
]);

export type Audience = z.infer<typeof audienceSchema>;

/** The people of an audience, by name. */
export const peopleIn = (audience: Audience, register: Register): Member[] => {
  const members = register.members.filter(membershipTest(audience, register));
  const people = isByRole(audience) ? members.map((member) => standIn(member, register)) : members;
  return [...new Set(people)].sort((a, b) => a.name.localeCompare(b.name));
};

/** What a role is asked goes to whoever stands in for its holder; what a person is asked waits until they are back. */
const isByRole = ({ kind }: Audience) => kind === 'level' || kind === 'role';

const standIn = (member: Member, register: Register): Member => {
  const deputy = coverOf(register, member.id)?.deputy;
  return register.members.find(({ id }) => id === deputy?.id) ?? member;
};

const membershipTest = (audience: Audience, register: Register): ((person: Member) => boolean) => {
  switch (audience.kind) {
    case 'everyone':
      return () => true;
    case 'gps':
      return ({ profession }) => profession === 'gp';
    case 'locality': {
      const codes = new Set(register.practices.filter(({ locality }) => locality === audience.locality).map(({ code }) => code));
      return ({ memberships }) => memberships.some(({ practiceCode }) => codes.has(practiceCode));
    }
    case 'level':
    case 'role':
      return holdsOneOf(rolesOf(audience, register), register);
  }
};

const rolesOf = (audience: Extract<Audience, { kind: 'level' | 'role' }>, { roles }: Register) =>
  new Set(
    roles
      .filter(({ key, level }) => (audience.kind === 'role' ? key === audience.roleKey : level === audience.level))
      .map(({ key }) => key),
  );

const holdsOneOf = (roleKeys: ReadonlySet<string>, { holdings }: Register) => {
  const people = new Set(holdings.filter(({ roleKey }) => roleKeys.has(roleKey)).map(({ person }) => person.id));
  return ({ id }: Member) => people.has(id);
};

/** Every audience a lead can choose, with its name. */
export const audiences = (register: Register, words: Words): { audience: Audience; name: string }[] => [
  { audience: { kind: 'everyone' }, name: 'Everyone' },
  { audience: { kind: 'gps' }, name: 'All GPs' },
  ...(['practice_lead', 'area_lead', 'leadership'] as const).map((level) => ({
    audience: { kind: 'level' as const, level },
    name: level === 'leadership' ? `Everyone in the ${words.leadership}` : `All ${words[level]}s`,
  })),
  ...localities(register).map((locality) => ({
    audience: { kind: 'locality' as const, locality },
    name: `${capital(words.locality)}: ${locality}`,
  })),
  ...heldRoles(register).map(({ key, title }) => ({ audience: { kind: 'role' as const, roleKey: key }, name: `Role: ${title}` })),
];

/** The name of an audience, for the people it is shown to. */
export const audienceName = (audience: Audience, register: Register, words: Words): string =>
  audiences(register, words).find((choice) => audienceKey(choice.audience) === audienceKey(audience))?.name ??
  'People chosen by role';

/** An audience as one short word, for a choice in a list: “everyone”, “level:practice_lead”, “locality:North”. */
export const audienceKey = (audience: Audience): string => Object.values(audience).join(':');

/** The audience that a key stands for, where it is one of those a lead can choose. */
export const audienceFor = (key: string, register: Register, words: Words): Audience | undefined =>
  audiences(register, words).find(({ audience }) => audienceKey(audience) === key)?.audience;

const heldRoles = ({ roles, holdings }: Register) =>
  roles.filter(({ key, level }) => level !== 'practice_lead' && holdings.some(({ roleKey }) => roleKey === key));
