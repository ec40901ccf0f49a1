// A person's budget in words: this week's prompt, what waits and why, and what is asked of them
// this month.

import { joinList, pluralise } from '../text/words.ts';
import {
  formatDay,
  formatTime,
  formatWeekday,
  londonDay,
  londonMonth,
  nextWeek,
  weekOf,
} from '../time/calendar.ts';
import { type BudgetLimits, FIRST_UNCOUNTED_SLOT } from './capacity.ts';

/** Something that was sent to them, or that has its slot in a week. */
export type PlannedPrompt = {
  readonly dueAt: Date;
  readonly slot: number;
  readonly seconds: number;
  readonly isWaiting: boolean;
  readonly reason: string | null;
};

/** More than this is no news. */
const MAX_WAITING = 3;

export const describeBudget = (
  planned: readonly PlannedPrompt[],
  limits: BudgetLimits,
  now: Date,
): string[] => {
  const inWeek = planned.filter(
    ({ dueAt, slot }) => weekOf(dueAt) === weekOf(now) && slot < FIRST_UNCOUNTED_SLOT,
  );
  const others = planned.filter((each) => each.isWaiting && !inWeek.includes(each));
  return [
    formatWeek(inOrder(inWeek), limits, now),
    ...inOrder(others)
      .slice(0, MAX_WAITING)
      .map((each) => describeWaiting(each, limits, now)),
    formatMonth(planned, limits, now),
  ];
};

const inOrder = (planned: readonly PlannedPrompt[]) =>
  [...planned].sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());

/** “This week’s prompt: Tuesday at 12:45.” or “This week’s prompt: had it on Monday.” */
const formatWeek = (planned: readonly PlannedPrompt[], limits: BudgetLimits, now: Date): string => {
  if (planned.length === 0) return 'No prompt is planned for you this week.';
  const [what, had] = limits.weekly_prompts === 1 ? ['prompt', 'had it'] : ['prompts', 'had one'];
  const parts = planned.map((each) =>
    each.isWaiting
      ? `${describeShortly(each.dueAt, now)}${because(each, limits)}`
      : `${had} ` +
        `${londonDay(each.dueAt) === londonDay(now) ? 'today' : `on ${formatWeekday(each.dueAt)}`}`,
  );
  return `This week’s ${what}: ${joinList(parts)}.`;
};

const describeShortly = (moment: Date, now: Date) =>
  `${londonDay(moment) === londonDay(now) ? 'today' : formatWeekday(moment)} at ` +
  `${formatTime(moment)}`;

/** “One waits until next week, because you get at most one a week.” */
const describeWaiting = (each: PlannedPrompt, limits: BudgetLimits, now: Date): string => {
  const isNextWeek = weekOf(each.dueAt) === weekOf(nextWeek(now));
  const why = because(each, limits);
  if (!why) return `The next comes on ${formatDay(each.dueAt, now)} at ${formatTime(each.dueAt)}.`;
  return `One waits until ${isNextWeek ? 'next week' : formatDay(each.dueAt, now)}${why}.`;
};

const because = (
  { reason }: PlannedPrompt,
  { weekly_prompts, monthly_seconds }: BudgetLimits,
): string => {
  const reasons: Readonly<Record<string, string>> = {
    weekly_limit: `you get at most ${weekly_prompts === 1 ? 'one' : weekly_prompts} a week`,
    monthly_limit: `we ask at most ${pluralise(monthly_seconds, 'second')} of you in a month`,
    quiet: 'you asked for quiet',
    away: 'you are not there before',
    gave_way: 'something with an earlier date goes first',
  };
  const why = reason && reasons[reason];
  return why ? `, because ${why}` : '';
};

const formatMonth = (
  planned: readonly PlannedPrompt[],
  { monthly_seconds: most }: BudgetLimits,
  now: Date,
): string => {
  const inMonth = planned.filter(({ dueAt }) => londonMonth(dueAt) === londonMonth(now));
  const seconds = inMonth.reduce((sum, each) => sum + each.seconds, 0);
  return `Asked of you this month: ${pluralise(seconds, 'second')}, of at most ${most}.`;
};
