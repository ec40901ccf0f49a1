// Free text on its way in: every form, with a real store behind it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { runForm } from '../../../src/slack/bolt/dispatch.ts';
import { forms as handlers } from '../../../src/slack/bolt/features.ts';
import type { Interaction } from '../../../src/slack/bolt/interaction.ts';
import { type FormName, forms, freeTextIn } from '../../../src/slack/ui/modals.ts';
import { createStore, type Store } from '../../../src/store/store.ts';
import { newDatabase, sql } from '../../support/database/database.ts';
import { formOf, nothingThere } from '../../support/samples.ts';
import { monday } from '../../world.ts';

/**
 * Keys from lists, numbers, words to search by, and a link: typed or chosen, but never kept as
 * somebody's own words.
 */
const NO_FREE_TEXT = [
  ...[
    'find_practice.words',
    'join.practice',
    'claim.seat',
    'handover.colleague',
    'cover.colleague',
    'choose_role.role',
  ],
  ...['role.seats', 'role.term', 'survey.template', 'survey.audience', 'survey.practice'],
  ...['remind.link', 'remind.audience', 'remind.practice', 'share.place', 'share.area'],
];

const names = Object.keys(forms) as FormName[];
const withFreeText = names.filter((name) => freeTextIn(name).length > 0);

describe('the fields of forms', () => {
  it('that take any words are free text, or are known to be something else', () => {
    const takingWords = names.flatMap((name) =>
      Object.entries(forms[name].fields.shape)
        .filter(
          ([field, schema]) =>
            schema.safeParse('Words of mine').success && !freeTextIn(name).includes(field),
        )
        .map(([field]) => `${name}.${field}`),
    );
    expect(takingWords).toEqual(NO_FREE_TEXT);
  });

  it('with free text are on no form that is open to strangers, whose CCG nobody knows', () =>
    expect(handlers.filter(({ form, open }) => open && withFreeText.includes(form))).toEqual([]));
});

describe('free text with patient data', () => {
  let url: string;
  let store: Store;
  let visit: Interaction;
  beforeAll(async () => {
    url = await newDatabase();
    store = createStore(url);
    await setUpDemo(store, monday);
    visit = await visitOf(store);
  });
  afterAll(() => store?.close());

  const submit = (name: FormName, field: string, text: string) => {
    const form = formOf(name, nothingThere());
    return runForm(visit, { ...form, fields: { ...(form.fields as object), [field]: text } });
  };
  const kept = () => sql(url, 'SELECT kind::text, at FROM "Refused" ORDER BY kind');

  it.each(withFreeText.flatMap((name) => freeTextIn(name).map((field) => [name, field] as const)))(
    'is refused in %s, %s, with what to take out',
    async (name, field) => {
      const before = await kept();
      expect(await submit(name, field, 'Mrs Smith, 943 476 5919')).toEqual({
        errors: { [field]: expect.stringContaining('an NHS number and a patient’s name') },
      });
      expect(await kept()).toHaveLength(before.length + 2);
    },
  );

  it('is refused beside both fields where it stands in two', async () => {
    const before = await kept();
    const form = formOf('share', nothingThere());
    const fields = { ...(form.fields as object), what: 'About 943 476', result: '5919 is home' };
    const said = expect.stringContaining('an NHS number');
    expect(await runForm(visit, { ...form, fields })).toEqual({
      errors: { what: said, result: said },
    });
    expect(await kept()).toHaveLength(before.length + 1);
  });

  it('leaves nothing behind but its kind and the time', async () => {
    expect((await kept())[0]).toEqual({ kind: 'nhs_number', at: monday });
    const tables = await sql(
      url,
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'`,
    );
    for (const { name } of tables) {
      const rows = await sql(url, `SELECT to_jsonb(t)::text AS row FROM "${name}" AS t`);
      expect(rows.filter(({ row }) => /943 ?476|Mrs Smith/.test(String(row)))).toEqual([]);
    }
  });

  it('is not looked for where somebody searches by a postcode', async () => {
    const before = await kept();
    await submit('find_practice', 'words', 'TS18 3AB');
    expect(await kept()).toEqual(before);
  });

  it('passes where it is a practice’s own', async () => {
    const before = await kept();
    expect(
      await submit('comment', 'text', 'Meet at ZF1 1AA or ring 01632 960 101'),
    ).not.toHaveProperty('errors');
    expect(await kept()).toEqual(before);
  });
});

const visitOf = async (store: Store): Promise<Interaction> => {
  const ccgStore = store.ccg(DEMO_CCG.code);
  const ccg = await store.ccgs.find(DEMO_CCG.code);
  const person = (await ccgStore.register()).members[0];
  if (!ccg || !person) throw new Error('The demonstration has nobody in it');
  const userRoles = ['member', 'engagement_lead'] as const;
  const visitor = { now: monday, slashCommand: '/ccg', userRoles };
  return {
    ...visitor,
    slackId: 'U0OSEI',
    store,
    member: { ...visitor, ccg, store, person, ccgStore },
    profile: () => Promise.reject(new Error('Slack is not asked')),
  };
};
