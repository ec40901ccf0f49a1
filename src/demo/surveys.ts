import type { DemoContext } from './context.ts';
import { answer, ask } from './forms.ts';

/**
 * An anonymous pulse: opened on a Monday, answered by most within the week, closed two weeks later.
 */
export const playPulse = async (
  { as, everyone, until, day }: DemoContext,
  week: number,
  lean: readonly string[],
) => {
  await until(week, 0, '09:30');
  await ask(as('Priya Nair'), 'survey', {
    template: 'member_pulse',
    names: 'anonymous',
    closes: day(week + 2, 0),
  });
  await until(week, 1, '12:50');
  const [early, late] = [
    everyone.filter((_, index) => index % 3 !== 1),
    everyone.filter((_, index) => index % 6 === 1),
  ];
  await answer(early, lean);
  await until(week + 1, 2, '13:00');
  await answer(late, lean);
};

export const playMeeting = async ({ as, everyone, until, day }: DemoContext, week: number) => {
  await until(week, 2, '15:00');
  const survey = {
    template: 'meeting_follow_up',
    title: 'After our members’ meeting',
    names: 'named',
    chases: '0',
  };
  await ask(as('Priya Nair'), 'survey', {
    ...survey,
    audience: 'level:practice_lead',
    closes: day(week + 1, 2),
  });
  await until(week, 3, '12:50');
  const there = everyone.filter((_, index) => index % 5 !== 2);
  await answer(there, ['Yes', 'Partly', 'As now']);
};

/** Left open, so that a newcomer finds something to look at. */
export const playTopics = async ({ as, everyone, until, day }: DemoContext, week: number) => {
  await until(week, 0, '10:00');
  const survey = {
    template: 'call_for_topics',
    names: 'anonymous',
    closes: day(week + 3, 0),
    chases: '0',
  };
  await ask(as('Priya Nair'), 'survey', { ...survey, audience: 'locality:Harbourside' });
  await until(week, 1, '12:50');
  const some = everyone.filter((_, index) => index % 3 === 0);
  await answer(some, ['Long-term conditions', 'Working through cases']);
};
