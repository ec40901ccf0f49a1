// An invented CCG for a year: forty practices in four localities, their people, and the files that
// would say so. Dice that can be thrown again.
import type { User } from '../../../src/sandbox/workspace.ts';

export const YEAR_CCG = { code: '98Y', name: 'NHS Westmere CCG', channelId: 'C0ENGAGE' };
const LOCALITIES = ['North', 'South', 'East', 'West'];
const TREES = (
  'Acacia Alder Apple Ash Aspen Bamboo Bay Beech Birch Box Cedar Cherry Chestnut Cypress ' +
  'Elder Elm Fig Fir Hawthorn Hazel Heather Hickory Holly Hornbeam Ivy Juniper Larch Laurel ' +
  'Lime Linden Maple Medlar Mulberry Oak Olive Pear Pine Plum Poplar Rowan'
).split(' ');
const GIVEN = (
  'Ada Bram Cleo Dewi Edie Finn Gwen Hugo Isla Jude Kit Lena Milo Nell Otis Pearl Quin Rosa ' +
  'Seth Tess'
).split(' ');
const FAMILY = (
  'Abbot Barker Carter Draper Ewart Fuller Glover Harper Irving Jagger Keeler Lister Mercer ' +
  'Napper Ostler Parker Quiller Reeve Sawyer Tanner'
).split(' ');
const JOBS = ['gp', 'gp', 'nurse', 'practice_manager'] as const;

export type Job = (typeof JOBS)[number];
export type Practice = {
  readonly code: string;
  readonly name: string;
  readonly locality: string;
  closedOn: Date | null;
};
export type Person = {
  readonly name: string;
  readonly id: string;
  readonly email: string;
  readonly job: Job;
  /** Where they truly work; nowhere once they have gone. */
  practice: Practice | null;
  /** They have not come to the CCG yet. */
  isNew: boolean;
  /** A roster has named them. */
  isListed: boolean;
  /** They read nothing before. */
  awayUntil: Date | null;
};

export const makePractices = (): Practice[] =>
  TREES.map((tree, index) => ({
    code: `Z${10_001 + index}`,
    name: `${tree} Surgery`,
    locality: LOCALITIES[index % LOCALITIES.length] ?? '',
    closedOn: null,
  }));

const NEWCOMERS = 8;

/** Four people at each practice, and some who will come later. */
export const makePeople = (practices: readonly Practice[]): Person[] =>
  Array.from({ length: practices.length * JOBS.length + NEWCOMERS }, (_, index) => {
    const row = Math.floor(index / GIVEN.length);
    const column = index % GIVEN.length;
    const job = JOBS[index % JOBS.length] ?? 'gp';
    const name =
      `${job === 'gp' ? 'Dr ' : ''}${GIVEN[column]} ` +
      `${FAMILY[(row + column * 3) % FAMILY.length]}`;
    const practice = practices[Math.floor(index / JOBS.length)] ?? null;
    return {
      name,
      id: `U0Y${100 + index}`,
      email: `y${index}@westmere.example`,
      job,
      practice,
      isNew: !practice,
      isListed: practice !== null,
      awayUntil: null,
    };
  });

export const leads: readonly User[] = ['Zara Unwin', 'Vera Young'].map((name, index) => ({
  name,
  id: `U0YLEAD${index}`,
  email: `lead${index}@westmere.example`,
  title: 'Engagement lead',
}));

export const usersOf = (people: readonly Person[]): User[] => [
  ...leads,
  ...people.map(({ id, name, email, job }) => ({ id, name, email, title: job })),
];

const bytes = (lines: readonly string[]) => new TextEncoder().encode(lines.join('\n'));

/** As epraccur has them: 27 columns without a header. */
export const practicesFile = (practices: readonly Practice[]): Uint8Array =>
  bytes(
    practices.map(({ code, name, closedOn }) => {
      const closed = closedOn ? closedOn.toISOString().slice(0, 10).replaceAll('-', '') : '';
      const ccg = YEAR_CCG.code;
      return (
        `${code},${name.toUpperCase()},Y98,QZZ,1 HIGH STREET,,,,,ZW1 ` +
        `1AA,19740401,${closed},${closed ? 'C' : 'A'},B,${ccg},20130401,,,,,,0,,${ccg},,4,`
      );
    }),
  );

export const localitiesFile = (practices: readonly Practice[]): Uint8Array =>
  bytes([
    'practice_code,locality',
    ...practices.map(({ code, locality }) => `${code},${locality}`),
  ]);

export const rosterFile = (people: readonly Person[]): Uint8Array => {
  const here = people.filter(({ isNew }) => !isNew);
  const rows = here.flatMap(({ email, name, job, practice }) =>
    practice ? [`${email},${name},${job},${practice.code}`] : [],
  );
  return bytes(['email,name,profession,practice_code', ...rows]);
};

export type Dice = {
  chance(of: number): boolean;
  /** A whole number, both ends included. */
  whole(from: number, to: number): number;
  oneOf<T>(list: readonly T[]): T | undefined;
  some<T>(list: readonly T[], most: number): T[];
};

/**
 * Mulberry32: the same seed and the same occasion throw the same dice, whatever was thrown between.
 */
export const throwDice = (seed: number, occasion = ''): Dice => {
  let state =
    [...occasion].reduce(
      (sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193),
      seed,
    ) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const oneOf = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
  const some = <T>(list: readonly T[], most: number): T[] => {
    const left = [...list];
    return Array.from({ length: Math.min(most, list.length) }).flatMap(() =>
      left.splice(Math.floor(next() * left.length), 1),
    );
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return { chance: (of) => next() < of, whole, oneOf, some };
};
