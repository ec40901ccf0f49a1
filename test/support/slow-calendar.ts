// The calendar once more, written separately and slowly: day by day, with bank holidays worked out
// by their rules. Tests compare the two.

import type { Settings } from '../../src/domain/settings.ts';
import type { Availability } from '../../src/domain/time/sending-window.ts';

const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** “2026-09-07 09:00” as a clock on a wall in London shows it. */
const onTheWall = (moment: Date) => clock.format(moment).split(' ') as [day: string, time: string];

const DAY_MS = 86_400_000;
const noonOf = (day: string) => new Date(`${day}T12:00:00Z`);
const weekday = (day: string) => noonOf(day).getUTCDay();
const later = (day: string, days: number) =>
  new Date(noonOf(day).getTime() + days * DAY_MS).toISOString().slice(0, 10);
const date = (year: number, month: number, day: number) =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** The Anonymous Gregorian algorithm. */
const easterSunday = (year: number): string => {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const h =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  return date(year, month, ((h + l - 7 * m + 114) % 31) + 1);
};

const firstMonday = (from: string): string =>
  weekday(from) === 1 ? from : firstMonday(later(from, 1));

/** A holiday on a weekend is kept on the next day that is none and not taken yet. */
const substituted = (days: readonly string[]): string[] => {
  const kept: string[] = [];
  for (let day of days) {
    while ([0, 6].includes(weekday(day)) || kept.includes(day)) day = later(day, 1);
    kept.push(day);
  }
  return kept;
};

const holidaysOf = (year: number): string[] => [
  ...substituted([date(year, 1, 1)]),
  ...[later(easterSunday(year), -2), later(easterSunday(year), 1)],
  ...[
    firstMonday(date(year, 5, 1)),
    firstMonday(date(year, 5, 25)),
    firstMonday(date(year, 8, 25)),
  ],
  ...substituted([date(year, 12, 25), date(year, 12, 26)]),
];

const knownHolidays = new Set([2025, 2026, 2027, 2028, 2029].flatMap(holidaysOf));

export type Kind = 'prompt' | 'request';
type Rules = Pick<
  Settings,
  'window_start' | 'window_end' | 'extra_holidays' | 'learning_afternoons'
>;

/** Whether somebody may be written to at a moment, rule by rule. */
export const isAllowed = (
  person: Availability,
  rules: Rules,
  kind: Kind,
  moment: Date,
): boolean => {
  const [day, time] = onTheWall(moment);
  const [start, end] =
    kind === 'request' ? ['08:00', '18:30'] : [rules.window_start, rules.window_end];
  if (time < start || time >= end) return false;
  if (!person.workingDays.includes(weekday(day)) || [0, 6].includes(weekday(day))) return false;
  if (knownHolidays.has(day) || rules.extra_holidays.includes(day)) return false;
  if (rules.learning_afternoons.includes(day) && time >= '12:00') return false;
  const isoDay = (given: Date | null) => given?.toISOString().slice(0, 10) ?? '';
  if (person.awayFrom && day >= isoDay(person.awayFrom) && day <= isoDay(person.awayUntil))
    return false;
  return person.quietUntil === null || moment >= person.quietUntil;
};

/** The Monday of a moment's week, and its month, in London. */
export const weekAndMonth = (moment: Date): [week: string, month: string] => {
  const [day] = onTheWall(moment);
  return [later(day, -((weekday(day) + 6) % 7)), day.slice(0, 7)];
};

const MAX_SEARCH = 1200;

/** The first moment from `from` on, looked for day by day. */
export const firstAllowed = (person: Availability, rules: Rules, kind: Kind, from: Date): Date => {
  const start = kind === 'request' ? '08:00' : rules.window_start;
  const earliest = person.quietUntil && person.quietUntil > from ? person.quietUntil : from;
  for (let ahead = 0; ahead < MAX_SEARCH; ahead += 1) {
    const day = later(onTheWall(earliest)[0], ahead);
    const opens = [0, 3_600_000]
      .map((offset) => new Date(Date.parse(`${day}T${start}:00Z`) - offset))
      .find((moment) => onTheWall(moment)[1] === start);
    const moment = opens && opens > earliest ? opens : earliest;
    if (onTheWall(moment)[0] === day && isAllowed(person, rules, kind, moment)) return moment;
  }
  throw new Error('There is no such moment in three years.');
};
