import type { DemoContext } from './context.ts';

/** The engagement lead answers what members said, and has been to see a practice. */
export const playClosingTheLoop = async ({ as, until }: DemoContext, week: number) => {
  await until(week, 3, '15:00');
  const nair = as('Priya Nair');
  await nair.type('results');
  await nair.tap('You said, we will');
  await nair.submit({
    text:
      'Papers will come a week before each meeting, and a named person will answer when ' +
      'something is in your way.',
  });
  await nair.act('close');
  await nair.type('who saltmarsh');
  await nair.tap('Note a visit');
};
