import { vacancies as free, localities, type Register, type Vacancy } from '../../domain/register.ts';
import { titleAt } from '../../domain/roles.ts';
import { capital, count, type Words } from '../../domain/words.ts';
import { type Block, header, type Message, safe, section } from '../blocks.ts';
import type { Command } from '../visit.ts';

export const vacancies: Command = {
  name: 'vacancies',
  also: ['vacant', 'gaps'],
  usage: 'vacancies',
  says: 'Which seats are free',
  act: 'read vacancies',
  run: async ({ home, ccg }) => ({ reply: vacancyMessage(await home.register(), ccg.settings) }),
};

/** Practices without any lead by locality and in alphabetical order, then areas and posts with nobody, then what is partly free. */
export const vacancyMessage = (register: Register, words: Words): Message => {
  const open = free(register);
  const empty = open.filter(({ role, free: seats }) => seats === role.seats);
  const practices = [...localities(register), null]
    .map((locality) => [locality, emptyPractices(register, empty, locality)] as const)
    .filter(([, names]) => names.length > 0);
  const wider = empty
    .filter(({ role }) => role.scope !== 'practice')
    .map(({ role, place }) => titleAt(role, place, undefined))
    .sort((a, b) => a.localeCompare(b));
  const partly = open.filter(({ role, free: seats }) => seats < role.seats);
  const blocks: Block[] = [
    header('Vacancies'),
    ...practices.map(([locality, names]) =>
      section(
        `*${safe(locality ?? `No ${words.locality} yet`)}*: no ${safe(words.practice_lead)} at\n${names.map(safe).join('\n')}`,
      ),
    ),
    ...(wider.length > 0 ? [section(`*Nobody yet*\n${wider.map(safe).join('\n')}`)] : []),
    section(
      partly.length > 0
        ? `${capital(count(partly.length, 'role'))} ${partly.length === 1 ? 'has' : 'have'} somebody and room for one more.`
        : 'No other role has room.',
    ),
  ];
  return { text: `${count(open.length, 'role')} with a free seat`, blocks };
};

const emptyPractices = (register: Register, empty: readonly Vacancy[], locality: string | null) =>
  register.practices
    .filter((practice) => practice.locality === locality && empty.some(({ place }) => place.practiceCode === practice.code))
    .map(({ name }) => name);
