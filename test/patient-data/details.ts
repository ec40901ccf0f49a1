// Details of people who do not exist, in all the ways in which people write them. Telephone numbers
// are from the ranges that Ofcom keeps for drama; nothing here is taken from the checker or from
// anybody's record.
import type { Dice } from '../proofs/year/ccg.ts';
import { monday } from '../world.ts';
import { MONTHS } from './everyday.ts';
import { GIVEN, SURNAMES } from './names.ts';
import { digits, pick, type Tokens, twoDigits, weighed } from './tokens.ts';

const DAY_MS = 86_400_000;
const OLDEST_DAYS = 97 * 365;

/** Ten digits with the check digit of the NHS Data Dictionary: weights 10 to 2, modulus 11. */
const withCheckDigit = (dice: Dice, begin: (dice: Dice) => string): string => {
  const nine = begin(dice);
  const sum = [...nine].reduce((total, digit, at) => total + Number(digit) * (10 - at), 0);
  const check = 11 - (sum % 11);
  return check === 10 ? withCheckDigit(dice, begin) : nine + (check === 11 ? 0 : check);
};

const grouped = (ten: string, between: string) =>
  [ten.slice(0, 3), ten.slice(3, 6), ten.slice(6)].join(between);

const fullWidth = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));

const nhsWritings: readonly [number, (ten: string) => string][] = [
  [10, (ten) => grouped(ten, ' ')],
  [8, (ten) => ten],
  [4, (ten) => grouped(ten, '-')],
  [2, (ten) => grouped(ten, '.')],
  [1, (ten) => grouped(ten, ' - ')],
  [1, (ten) => grouped(ten, '–')],
  [1, (ten) => grouped(ten, '\u2011')],
  [2, (ten) => grouped(ten, '\u00a0')],
  [1, (ten) => grouped(ten, '\u2009')],
  [1, (ten) => grouped(ten, '\u202f')],
  [2, (ten) => grouped(ten, '\u200b')],
  [1, (ten) => grouped(ten, '  ')],
  [1, (ten) => grouped(ten, '\t')],
  [1, (ten) => grouped(ten, '/')],
  [1, (ten) => grouped(ten, '_')],
  [2, (ten) => `${ten.slice(0, 3)} ${ten.slice(3)}`],
  [2, (ten) => `${ten.slice(0, 6)} ${ten.slice(6)}`],
  [1, (ten) => `(${ten.slice(0, 3)}) ${ten.slice(3, 6)} ${ten.slice(6)}`],
  [1, (ten) => [...ten].join(' ')],
  [1, (ten) => `${ten.slice(0, 4)}\u200b${ten.slice(4)}`],
  [2, (ten) => fullWidth(ten)],
  [1, (ten) => fullWidth(grouped(ten, '\u3000'))],
];

const nhs = (dice: Dice) => weighed(dice, nhsWritings)(withCheckDigit(dice, () => digits(dice, 9)));

/** In Scotland the first six digits are the date of birth. */
const chi = (dice: Dice) => {
  const { day, month, year } = birthDay(dice);
  const begin = () =>
    `${twoDigits(day)}${twoDigits(month)}${twoDigits(year % 100)}${digits(dice, 3)}`;
  return weighed(dice, nhsWritings.slice(0, 4))(withCheckDigit(dice, begin));
};

type Day = { readonly day: number; readonly month: number; readonly year: number };

/** Everybody alive, newborn to very old. */
const birthDay = (dice: Dice): Day => {
  const born = new Date(monday.getTime() - dice.whole(1, OLDEST_DAYS) * DAY_MS);
  return { day: born.getUTCDate(), month: born.getUTCMonth() + 1, year: born.getUTCFullYear() };
};

const name = ({ month }: Day) => MONTHS[month - 1] ?? '';
const short = (of: Day) => name(of).slice(0, 3);
const yy = ({ year }: Day) => twoDigits(year % 100);
const ordinal = ({ day }: Day) => {
  const ending = { 1: 'st', 2: 'nd', 3: 'rd', 21: 'st', 22: 'nd', 23: 'rd', 31: 'st' }[day] ?? 'th';
  return `${day}${ending}`;
};

/** Writings that are a date whatever stands before them. */
const birthWritings: readonly [number, (of: Day) => string][] = [
  [10, ({ day, month, year }) => `${twoDigits(day)}/${twoDigits(month)}/${year}`],
  [6, ({ day, month, year }) => `${day}/${month}/${year}`],
  [6, (of) => `${of.day}/${of.month}/${yy(of)}`],
  [3, (of) => `${twoDigits(of.day)}/${twoDigits(of.month)}/${yy(of)}`],
  [4, ({ day, month, year }) => `${twoDigits(day)}.${twoDigits(month)}.${year}`],
  [3, (of) => `${of.day}.${of.month}.${yy(of)}`],
  [4, ({ day, month, year }) => `${twoDigits(day)}-${twoDigits(month)}-${year}`],
  [2, (of) => `${of.day}-${of.month}-${yy(of)}`],
  [6, (of) => `${of.day} ${name(of)} ${of.year}`],
  [3, (of) => `${ordinal(of)} ${name(of)} ${of.year}`],
  [2, (of) => `${ordinal(of)} of ${name(of)} ${of.year}`],
  [3, (of) => `${of.day} ${short(of)} ${of.year}`],
  [4, (of) => `${twoDigits(of.day)}-${short(of)}-${of.year}`],
  [3, (of) => `${of.day}-${short(of)}-${yy(of)}`],
  [2, (of) => `${twoDigits(of.day)}${short(of)}${of.year}`],
  [1, (of) => `${twoDigits(of.day)}/${short(of)}/${of.year}`],
  [2, (of) => `${name(of)} ${of.day} ${of.year}`],
  [2, (of) => `${name(of)} ${of.day}, ${of.year}`],
  [2, (of) => `${of.day} ${name(of).toLowerCase()} ${of.year}`],
  [2, (of) => `${of.day} ${short(of)} ${yy(of)}`],
  [1, (of) => `${of.day} ${name(of)} ’${yy(of)}`],
  [3, ({ day, month, year }) => `${year}-${twoDigits(month)}-${twoDigits(day)}`],
  [1, ({ day, month, year }) => `${year}/${twoDigits(month)}/${twoDigits(day)}`],
  [2, ({ day, month, year }) => `${twoDigits(day)} ${twoDigits(month)} ${year}`],
  [1, ({ day, month, year }) => `${twoDigits(day)}${twoDigits(month)}${year}`],
  [1, ({ day, month, year }) => `${twoDigits(day)} / ${twoDigits(month)} / ${year}`],
  [1, ({ day, month, year }) => fullWidth(`${twoDigits(day)}/${twoDigits(month)}/${year}`)],
];

/** Writings that are one only after “DOB” or “born”. */
const labelledWritings: readonly [number, (of: Day) => string][] = [
  [2, (of) => `${twoDigits(of.day)} ${twoDigits(of.month)} ${yy(of)}`],
  [2, (of) => `${twoDigits(of.day)}${twoDigits(of.month)}${yy(of)}`],
  [1, (of) => `${name(of)} ${of.year}`],
  [1, (of) => `${twoDigits(of.month)}/${of.year}`],
];

const birth = (dice: Dice) => weighed(dice, birthWritings)(birthDay(dice));
const anyBirth = (dice: Dice) =>
  weighed(dice, [...birthWritings, ...labelledWritings])(birthDay(dice));
const birthYear = (dice: Dice) => String(dice.whole(1929, 2021));
const birthday = (dice: Dice) => {
  const of = birthDay(dice);
  return pick(dice, [
    `${of.day} ${name(of)}`,
    `${ordinal(of)} ${short(of)}`,
    `${name(of)} ${of.day}`,
    `${of.day}/${of.month}`,
  ]);
};

const AREAS = [
  ...[
    'TS',
    'DL',
    'NE',
    'SR',
    'YO',
    'HG',
    'LS',
    'BD',
    'S',
    'M',
    'L',
    'B',
    'CV',
    'LE',
    'NG',
    'PE',
    'CB',
    'NR',
    'IP',
    'CO',
    'SS',
  ],
  ...[
    'E',
    'N',
    'W',
    'SE',
    'SW',
    'EC',
    'WC',
    'CR',
    'KT',
    'GU',
    'RG',
    'OX',
    'SN',
    'BS',
    'BA',
    'TA',
    'EX',
    'PL',
    'TR',
    'CF',
    'G',
    'EH',
  ],
];

/** Letters that stand in the second half of a postcode. */
const INWARD = [...'ABDEFGHJLNPQRSTUWXYZ'];

const homePostcode = (dice: Dice): [string, string] => {
  const district = pick(dice, [
    `${dice.whole(1, 9)}`,
    `${dice.whole(10, 39)}`,
    `${dice.whole(1, 4)}${pick(dice, [...'AEHW'])}`,
  ]);
  return [
    pick(dice, AREAS) + district,
    `${dice.whole(0, 9)}${pick(dice, INWARD)}${pick(dice, INWARD)}`,
  ];
};

const postcodeWritings: readonly [number, (out: string, inward: string) => string][] = [
  [12, (out, inward) => `${out} ${inward}`],
  [5, (out, inward) => `${out}${inward}`],
  [4, (out, inward) => `${out} ${inward}`.toLowerCase()],
  [3, (out, inward) => `${out}${inward}`.toLowerCase()],
  [1, (out, inward) => `${out.charAt(0)}${out.slice(1).toLowerCase()} ${inward.toLowerCase()}`],
  [1, (out, inward) => `${out}  ${inward}`],
  [1, (out, inward) => `${out}-${inward}`],
  [1, (out, inward) => `${out}\u00a0${inward}`],
  [1, (out, inward) => `${out} ${inward.charAt(0)} ${inward.slice(1)}`],
];

const home = (dice: Dice) => weighed(dice, postcodeWritings)(...homePostcode(dice));

const CITIES = ['113', '114', '115', '116', '117', '118', '121', '131', '141', '151', '161'];

const phoneWritings: readonly [number, (dice: Dice) => string][] = [
  [8, (dice) => `07700 900${dice.whole(100, 999)}`],
  [8, (dice) => `07700900${dice.whole(100, 999)}`],
  [3, (dice) => `07700 900 ${dice.whole(100, 999)}`],
  [2, (dice) => `0770 090 0${dice.whole(100, 999)}`],
  [2, (dice) => `077 0090 0${dice.whole(100, 999)}`],
  [2, (dice) => `07700-900-${dice.whole(100, 999)}`],
  [1, (dice) => `07700.900.${dice.whole(100, 999)}`],
  [1, (dice) => `(07700) 900${dice.whole(100, 999)}`],
  [3, (dice) => `+44 7700 900${dice.whole(100, 999)}`],
  [3, (dice) => `+447700900${dice.whole(100, 999)}`],
  [2, (dice) => `+44 (0)7700 900${dice.whole(100, 999)}`],
  [1, (dice) => `0044 7700 900${dice.whole(100, 999)}`],
  [1, (dice) => `07700\u00a0900${dice.whole(100, 999)}`],
  [1, (dice) => fullWidth(`07700 900${dice.whole(100, 999)}`)],
  [5, (dice) => `01632 960${dice.whole(200, 999)}`],
  [4, (dice) => `01632960${dice.whole(200, 999)}`],
  [3, (dice) => `01632 960 ${dice.whole(200, 999)}`],
  [2, (dice) => `(01632) 960${dice.whole(200, 999)}`],
  [2, (dice) => `01632-960${dice.whole(200, 999)}`],
  [1, (dice) => `+44 1632 960${dice.whole(200, 999)}`],
  [1, (dice) => `01632/960${dice.whole(200, 999)}`],
  [3, (dice) => `020 7946 0${dice.whole(100, 999)}`],
  [2, (dice) => `02079460${dice.whole(100, 999)}`],
  [1, (dice) => `(020) 7946 0${dice.whole(100, 999)}`],
  [1, (dice) => `+44 (0)20 7946 0${dice.whole(100, 999)}`],
  [3, (dice) => `0${pick(dice, CITIES)} 496 0${dice.whole(100, 999)}`],
  [1, (dice) => `0${pick(dice, CITIES)}4960${dice.whole(100, 999)}`],
  [2, (dice) => `0191 498 0${dice.whole(100, 999)}`],
  [1, (dice) => `029 2018 0${dice.whole(100, 999)}`],
  [1, (dice) => `+353 20 91${dice.whole(10, 99)} ${dice.whole(100, 999)}`],
];

const phone = (dice: Dice) => weighed(dice, phoneWritings)(dice);

const HOSTS = [
  ...[
    'example.com',
    'example.org',
    'example.net',
    'mail.example.co.uk',
    'postbox.example',
    'fernmail.example',
  ],
  ...[
    'riversidesurgery.nhs.uk',
    'fernshire-ccg.nhs.uk',
    'example.ac.uk',
    'talk-web.example',
    'hot.example.co.uk',
  ],
];

const emailNames: readonly ((given: string, family: string, dice: Dice) => string)[] = [
  (given, family) => `${given}.${family}`,
  (given, family) => `${given}${family}`,
  (given, family) => `${given.charAt(0)}.${family}`,
  (given, family, dice) => `${given}_${family}${dice.whole(1, 99)}`,
  (given, _, dice) => `${given}${dice.whole(1930, 2010)}`,
  (given, family) => `${family}-${given}`,
  (given) => `${given}+nhs`,
];

const emailWritings: readonly [number, (name: string, host: string) => string][] = [
  [14, (name, host) => `${name}@${host}`],
  [2, (name, host) => `${name}@${host}`.toUpperCase()],
  [1, (name, host) => `${name} @ ${host}`],
  [1, (name, host) => `${name}(at)${host}`],
  [1, (name, host) => `${name} [at] ${host}`],
  [1, (name, host) => `<${name}@${host}>`],
  [1, (name, host) => `${name} at ${host.replaceAll('.', ' dot ')}`],
];

const email = (dice: Dice) => {
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '');
  const who = pick(dice, emailNames)(
    letters(pick(dice, GIVEN)),
    letters(pick(dice, SURNAMES)),
    dice,
  );
  return weighed(dice, emailWritings)(who, pick(dice, HOSTS));
};

const letter = (dice: Dice) => pick(dice, [...'ABCDEFGHJKLMNPRSTW']);

const hospitalWritings: readonly [number, (dice: Dice) => string][] = [
  [3, (dice) => digits(dice, 7)],
  [2, (dice) => digits(dice, 6)],
  [3, (dice) => letter(dice) + digits(dice, 6)],
  [1, (dice) => letter(dice) + digits(dice, 7)],
  [2, (dice) => `RX${letter(dice)}${digits(dice, 6)}`],
  [1, (dice) => `${digits(dice, 7)}${letter(dice)}`],
  [1, (dice) => `${digits(dice, 3)}-${digits(dice, 4)}`],
  [1, (dice) => `${letter(dice)} ${digits(dice, 6)}`],
];

const hospital = (dice: Dice) => weighed(dice, hospitalWritings)(dice);
const ubrn = (dice: Dice) => {
  const [a, b, c] = [digits(dice, 4), digits(dice, 4), digits(dice, 4)];
  return pick(dice, [`${a} ${b} ${c}`, a + b + c, `${a}-${b}-${c}`]);
};

export const details: Tokens = {
  ...{ nhs, chi, birth, birthday, home, phone, email, hospital, ubrn, letter },
  'any birth': anyBirth,
  'birth year': birthYear,
  emis: (dice) => String(dice.whole(1000, 99_999)),
  age: (dice) => String(dice.whole(2, 99)),
  given: (dice) => pick(dice, GIVEN),
  surname: (dice) => pick(dice, SURNAMES),
  'small given': (dice) => pick(dice, GIVEN).toLowerCase(),
  'small surname': (dice) => pick(dice, SURNAMES).toLowerCase(),
  'loud surname': (dice) => pick(dice, SURNAMES).toUpperCase(),
  initials: (dice) => letter(dice) + letter(dice),
  'dotted initials': (dice) => `${letter(dice)}.${letter(dice)}.`,
};
