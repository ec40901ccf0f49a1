// A person's budget in words: this week's prompt, what waits and why, and what is asked of them this month.

import { count, list } from '../text/words.ts';
import { londonDay, londonMonth, nextWeek, sayDay, sayTime, sayWeekday, weekOf } from '../time/calendar.ts';
import { FIRST_UNCOUNTED_PLACE, type Limits } from './capacity.ts';

/** Something that was sent to them, or that has its place in a week. */
export type Planned = {
  readonly dueAt: Date;
  readonly place: number;
  readonly seconds: number;
  readonly isWaiting: boolean;
  readonly reason: string | null;
};

/** More than this is no news. */
const MOST_WAITING = 3;

export const sayBudget = (planned: readonly Planned[], limits: Limits, now: Date): string[] => {
  const inWeek = planned.filter(({ dueAt, place }) => weekOf(dueAt) === weekOf(now) && place < FIRST_UNCOUNTED_PLACE);
  const others = planned.filter((each) => each.isWaiting && !inWeek.includes(each));
  return [
    sayWeek(inOrder(inWeek), limits, now),
    ...inOrder(others)
      .slice(0, MOST_WAITING)
      .map((each) => sayWaiting(each, limits, now)),
    sayMonth(planned, limits, now),
  ];
};

const inOrder = (planned: readonly Planned[]) => [...planned].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());

/** “This week’s prompt: Tuesday at 12:45.” or “This week’s prompt: had it on Monday.” */
const sayWeek = (planned: readonly Planned[], limits: Limits, now: Date): string => {
  if (planned.length === 0) return 'No prompt is planned for you this week.';
  const [what, had] = limits.weekly_prompts === 1 ? ['prompt', 'had it'] : ['prompts', 'had one'];
  const parts = planned.map((each) =>
    each.isWaiting
      ? `${sayShortly(each.dueAt, now)}${because(each, limits)}`
      : `${had} ${londonDay(each.dueAt) === londonDay(now) ? 'today' : `on ${sayWeekday(each.dueAt)}`}`,
  );
  return `This week’s ${what}: ${list(parts)}.`;
};

const sayShortly = (moment: Date, now: Date) =>
  `${londonDay(moment) === londonDay(now) ? 'today' : sayWeekday(moment)} at ${sayTime(moment)}`;

/** “One waits until next week, because you get at most one a week.” */
const sayWaiting = (each: Planned, limits: Limits, now: Date): string => {
  const isNextWeek = weekOf(each.dueAt) === weekOf(nextWeek(now));
  const why = because(each, limits);
  if (!why) return `The next comes on ${sayDay(each.dueAt, now)} at ${sayTime(each.dueAt)}.`;
  return `One waits until ${isNextWeek ? 'next week' : sayDay(each.dueAt, now)}${why}.`;
};

const because = ({ reason }: Planned, { weekly_prompts, monthly_seconds }: Limits): string => {
  const reasons: Readonly<Record<string, string>> = {
    weekly_limit: `you get at most ${weekly_prompts === 1 ? 'one' : weekly_prompts} a week`,
    monthly_limit: `we ask at most ${count(monthly_seconds, 'second')} of you in a month`,
    quiet: 'you asked for quiet',
    away: 'you are not there before',
    gave_way: 'something with an earlier date goes first',
  };
  const why = reason && reasons[reason];
  return why ? `, because ${why}` : '';
};

const sayMonth = (planned: readonly Planned[], { monthly_seconds: most }: Limits, now: Date): string => {
  const inMonth = planned.filter(({ dueAt }) => londonMonth(dueAt) === londonMonth(now));
  const seconds = inMonth.reduce((sum, each) => sum + each.seconds, 0);
  return `Asked of you this month: ${count(seconds, 'second')}, of at most ${most}.`;
};
