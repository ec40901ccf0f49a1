// What harmless comments are full of: dates of meetings, figures, codes, the practices' own
// addresses, colleagues' names.
import { readFileSync } from 'node:fs';
import { readOdsPractices } from '../../src/files/ods-practices.ts';
import type { Dice } from '../proofs/year/ccg.ts';
import { monday } from '../world.ts';
import { GIVEN, SURNAMES } from './names.ts';
import { digits, pick, type Tokens, twoDigits, weighed } from './tokens.ts';

export const MONTHS = [
  ...[
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
];
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

const DAY_MS = 86_400_000;

/** The practices of the invented CCG: what is theirs is public. */
export const ourPractices = readOdsPractices(readFileSync('src/demo/practices.csv')).rows;

type Day = {
  readonly day: number;
  readonly month: number;
  readonly year: number;
  readonly weekday: string;
};

/**
 * What colleagues write about: mostly the last months and the next ones, now and then the year
 * before last.
 */
const meetingDay = (dice: Dice): Day => {
  const days = dice.chance(0.15) ? dice.whole(-900, -400) : dice.whole(-400, 400);
  const on = new Date(monday.getTime() + days * DAY_MS);
  const weekday = WEEKDAYS[(on.getUTCDay() + 6) % 7] ?? 'Sunday';
  return { day: on.getUTCDate(), month: on.getUTCMonth() + 1, year: on.getUTCFullYear(), weekday };
};

const month = (of: Day) => MONTHS[of.month - 1] ?? '';
const short = (of: Day) => month(of).slice(0, 3);
const yy = ({ year }: Day) => twoDigits(year % 100);
const ordinalOf = (day: number) =>
  `${day}${{ 1: 'st', 2: 'nd', 3: 'rd', 21: 'st', 22: 'nd', 23: 'rd', 31: 'st' }[day] ?? 'th'}`;

const meetingWritings: readonly [number, (of: Day) => string][] = [
  [6, (of) => `${of.day} ${month(of)}`],
  [4, (of) => `${of.day} ${month(of)} ${of.year}`],
  [4, (of) => `${of.weekday} ${of.day} ${month(of)}`],
  [2, (of) => `${of.weekday.slice(0, 3)} ${of.day} ${short(of)}`],
  [3, (of) => `the ${ordinalOf(of.day)} of ${month(of)}`],
  [3, (of) => `${ordinalOf(of.day)} ${short(of)}`],
  [4, (of) => `${of.day}/${of.month}`],
  [4, (of) => `${twoDigits(of.day)}/${twoDigits(of.month)}/${of.year}`],
  [4, (of) => `${of.day}/${of.month}/${yy(of)}`],
  [2, (of) => `${twoDigits(of.day)}.${twoDigits(of.month)}.${of.year}`],
  [2, (of) => `${of.day}.${of.month}.${yy(of)}`],
  [2, (of) => `${of.day}-${of.month}-${yy(of)}`],
  [2, (of) => `${twoDigits(of.day)}-${short(of)}-${yy(of)}`],
  [2, (of) => `${month(of)} ${of.day}`],
  [1, (of) => `${month(of)} ${of.day}, ${of.year}`],
  [3, (of) => `${of.year}-${twoDigits(of.month)}-${twoDigits(of.day)}`],
  [1, (of) => `${twoDigits(of.day)}${twoDigits(of.month)}${of.year}`],
];

const time = (dice: Dice) => {
  const [hour, minute] = [dice.whole(7, 20), pick(dice, ['00', '15', '30', '45'])];
  return pick(dice, [
    `${hour}:${minute}`,
    `${hour}.${minute}`,
    `${twoDigits(hour)}${minute}`,
    `${((hour + 11) % 12) + 1}pm`,
  ]);
};

const practiceName = (dice: Dice) => pick(dice, ourPractices).name;
const practicePhone = (dice: Dice) => pick(dice, ourPractices).telephone ?? '';
const percent = (dice: Dice) =>
  `${dice.whole(1, 99)}${pick(dice, [' %', '%', `.${dice.whole(1, 9)}%`, ' per cent'])}`;
const money = (dice: Dice) =>
  pick(dice, [
    `${dice.whole(1, 99)},${digits(dice, 3)}`,
    `${dice.whole(1, 9)}.${dice.whole(1, 9)}m`,
  ]);
const dose = (dice: Dice) =>
  `${pick(dice, ['1', '2.5', '5', '10', '20', '40', '80', '500', '1000'])}${pick(dice, ['mg', ' mg'])}`;
const moment = (dice: Dice) => `17${digits(dice, 8)}`;

export const everyday: Tokens = {
  ...{ time, percent, money, dose },
  meeting: (dice) => weighed(dice, meetingWritings)(meetingDay(dice)),
  month: (dice) => pick(dice, MONTHS),
  weekday: (dice) => pick(dice, WEEKDAYS),
  ordinal: (dice) => ordinalOf(dice.whole(1, 31)),
  week: (dice) => String(dice.whole(1, 52)),
  year: (dice) => String(dice.whole(2021, 2027)),
  'short year': (dice) => String(dice.whole(22, 27)),
  'old year': (dice) => String(dice.whole(1968, 2012)),
  number: (dice) => String(dice.whole(2, 400)),
  points: (dice) => `${dice.whole(380, 558)}.${dice.whole(10, 99)}`,
  'list size': (dice) =>
    pick(dice, [
      `${dice.whole(2, 15)},${digits(dice, 3)}`,
      `${dice.whole(2, 15)}${digits(dice, 3)}`,
    ]),
  ods: (dice) => pick(dice, [...'ABCDEFGHJKLMNPY']) + digits(dice, 5),
  'ccg code': (dice) => pick(dice, ['00K', '16C', '99A', '15N', 'D9Y0V', 'QHM']),
  gmc: (dice) => `7${digits(dice, 6)}`,
  'three digits': (dice) => digits(dice, 3),
  'five digits': (dice) => digits(dice, 5),
  'seven digits': (dice) => digits(dice, 7),
  timestamp: (dice) => `${moment(dice)}.${digits(dice, 6)}`,
  'long timestamp': (dice) => moment(dice) + digits(dice, 6),
  'slack id': (dice) =>
    Array.from({ length: 8 }, () => pick(dice, [...'ABCDEFGHJKLMNPQRSTUVWXYZ0123456789'])).join(''),
  practice: practiceName,
  'practice postcode': (dice) => pick(dice, ourPractices).postcode,
  'small practice postcode': (dice) =>
    pick(dice, ourPractices).postcode.toLowerCase().replace(' ', ''),
  'practice phone': (dice) =>
    pick(dice, [practicePhone(dice), practicePhone(dice).replaceAll(' ', '')]),
  'practice phone 44': (dice) =>
    practicePhone(dice).replace(/^0/, pick(dice, ['+44 ', '+44 (0)', '0044 '])),
  extension: (dice) => digits(dice, pick(dice, [3, 4])),
  room: (dice) =>
    pick(dice, [`${dice.whole(1, 40)}`, `B${dice.whole(1, 14)}`, `2.${dice.whole(10, 30)}`]),
  locality: (dice) => pick(dice, ['Fernbridge', 'Harbourside', 'Upper Vale']),
  given: (dice) => pick(dice, GIVEN),
  surname: (dice) => pick(dice, SURNAMES),
};
