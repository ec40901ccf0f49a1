import type { DemoContext } from './context.ts';
import { ask, tapWhereSeen } from './forms.ts';

/** A reminder to all practice leads; most have done it, some say not now. */
export const playReminder = async ({ as, everyone, until }: DemoContext, week: number) => {
  await until(week, 0, '11:00');
  const text =
    'Please look over your practice’s entry in the directory of services before the end of ' +
    'the month.';
  await ask(as('Tom Ashworth'), 'remind', { text, audience: 'level:practice_lead' });
  await until(week, 1, '12:50');
  for (const [index, person] of everyone.entries())
    await tapWhereSeen(person, index % 4 === 3 ? 'Not now' : 'Done');
};
