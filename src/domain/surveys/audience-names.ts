// The audiences a lead can choose from, and what each is called.
import { type Profession, professions } from '../people/people.ts';
import { localities, type Register } from '../roles/register.ts';
import { capitalise, type Words } from '../text/words.ts';
import type { Audience, AudienceData } from './audience.ts';

/** Every audience a lead can choose, with its name. */
export const audiences = (
  audienceData: AudienceData,
  words: Words,
): { audience: Audience; name: string }[] => {
  const { register, rounds } = audienceData;
  const all: Audience[] = [
    { kind: 'everyone' },
    ...professionsOf(register).map((profession) => ({ kind: 'profession' as const, profession })),
    ...(['practice_lead', 'area_lead', 'leadership'] as const).map((level) => ({
      kind: 'level' as const,
      level,
    })),
    { kind: 'without_lead' },
    ...localities(register).map((locality) => ({ kind: 'locality' as const, locality })),
    ...rounds
      .filter(({ silent }) => silent.size > 0)
      .map(({ id }) => ({ kind: 'silent' as const, roundId: id })),
    ...heldRoles(register).map(({ key }) => ({ kind: 'role' as const, roleKey: key })),
  ];
  return all.map((audience) => ({ audience, name: audienceName(audience, audienceData, words) }));
};

/** An audience in words, for the lead who chooses it and looks at it again. */
export const audienceName = (
  audience: Audience,
  audienceData: AudienceData,
  words: Words,
): string => {
  const practice = audienceData.register.practices.find(
    ({ code }) => code === audience.practiceCode,
  );
  const name = groupName(audience, audienceData, words);
  return audience.practiceCode === undefined
    ? name
    : `${name}, only at ${practice?.name ?? audience.practiceCode}`;
};

/**
 * A group as one short word, for a choice in a list: “everyone”, “level:practice_lead”,
 * “locality:North”.
 */
export const audienceKey = ({ practiceCode: _, ...group }: Audience): string =>
  Object.values(group).join(':');

/** The audience that a key stands for, where it is one of those a lead can choose. */
export const audienceFor = (
  key: string,
  audienceData: AudienceData,
  words: Words,
): Audience | undefined =>
  audiences(audienceData, words).find(({ audience }) => audienceKey(audience) === key)?.audience;

const groupName = (
  audience: Audience,
  { register, rounds }: AudienceData,
  words: Words,
): string => {
  switch (audience.kind) {
    case 'everyone':
      return 'Everyone';
    case 'profession':
      return PROFESSION_NAMES[audience.profession];
    case 'level':
      return audience.level === 'leadership'
        ? `Everyone in the ${words.leadership}`
        : `All ${words[audience.level]}s`;
    case 'role': {
      const role = register.roles.find(({ key }) => key === audience.roleKey);
      return `Role: ${role?.title ?? 'one that has gone'}`;
    }
    case 'locality':
      return `${capitalise(words.locality)}: ${audience.locality}`;
    case 'without_lead':
      return `Practices without a ${words.practice_lead}`;
    case 'silent':
      return (
        'No reply yet to: ' +
        `${rounds.find(({ id }) => id === audience.roundId)?.title ?? 'an earlier survey'}`
      );
  }
};

const PROFESSION_NAMES: Record<Profession, string> = {
  gp: 'All GPs',
  nurse: 'All nurses',
  pharmacist: 'All pharmacists',
  practice_manager: 'All practice managers',
  allied_health: 'All allied health professionals',
  administrator: 'All administrators',
  ccg_staff: 'All commissioning staff',
  other: 'All other professions',
};

/** In the order in which professions are listed. */
const professionsOf = ({ members }: Register) => {
  const present = new Set(members.map(({ profession }) => profession));
  return (Object.keys(professions) as Profession[]).filter((profession) => present.has(profession));
};

const heldRoles = ({ roles, holdings }: Register) =>
  roles.filter(
    ({ key, level }) =>
      level !== 'practice_lead' && holdings.some(({ roleKey }) => roleKey === key),
  );
