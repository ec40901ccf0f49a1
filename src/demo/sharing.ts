import type { DemoContext } from './context.ts';

/** A practice shares what works; two colleagues would like to hear more, and one does the same. */
export const playSharing = async ({ as, until }: DemoContext, week: number) => {
  await until(week, 3, '16:00');
  const haddad = as('Leila Haddad');
  await haddad.type('share');
  await haddad.submit({
    what: 'Our nurse rings people the day before the diabetes clinic',
    result: 'Missed appointments went from twelve a month to three.',
    area: 'area_lead:diabetes',
  });
  await haddad.submit();
  await haddad.act('close');
  await as('Grace Adeyemi').tapPosted('Interested');
  await as('Peter Lindqvist').tapPosted('Interested');
  await as('Tomasz Wolski').tapPosted('We do this too');
};
