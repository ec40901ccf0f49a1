// Free text on its way in: every modal, with a real store behind it.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ZodType } from 'zod';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { runModal } from '../../../src/slack/bolt/dispatch.ts';
import { modals as handlers } from '../../../src/slack/bolt/features.ts';
import type { Interaction } from '../../../src/slack/bolt/interaction.ts';
import { freeTextIn } from '../../../src/slack/ui/modals.ts';
import { createStore, type Store } from '../../../src/store/store.ts';
import { newDatabase, sql } from '../../support/database/database.ts';
import { nothingThere, submissionOf } from '../../support/samples.ts';
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

const modals = handlers.map(({ modal }) => modal);
const withFreeText = modals.filter((modal) => freeTextIn(modal).length > 0);

describe('the fields of modals', () => {
  it('that take any words are free text, or are known to be something else', () => {
    const takingWords = modals.flatMap((modal) =>
      Object.entries<ZodType>(modal.fields.shape)
        .filter(
          ([field, schema]) =>
            schema.safeParse('Words of mine').success && !freeTextIn(modal).includes(field),
        )
        .map(([field]) => `${modal.modal}.${field}`),
    );
    expect(takingWords.sort()).toEqual([...NO_FREE_TEXT].sort());
  });

  it('with free text are on no modal that is open to strangers, whose CCG nobody knows', () =>
    expect(handlers.filter(({ modal, open }) => open && withFreeText.includes(modal))).toEqual([]));
});

describe('free text with patient data', () => {
  let url: string;
  let store: Store;
  let interaction: Interaction;
  beforeAll(async () => {
    url = await newDatabase();
    store = createStore(url);
    await setUpDemo(store, monday);
    interaction = await interactionOf(store);
  });
  afterAll(() => store?.close());

  const submit = (name: string, field: string, text: string) => submitAll(name, { [field]: text });
  const submitAll = (name: string, texts: Readonly<Record<string, string>>) => {
    const modal = modals.find((each) => each.modal === name);
    if (!modal) throw new Error(`There is no modal ${name}.`);
    const view = submissionOf(modal, nothingThere());
    const typed = Object.entries(texts).map(([field, value]) => [field, { field: { value } }]);
    const values = { ...(view.state.values as object), ...Object.fromEntries(typed) };
    return runModal(interaction, { ...view, state: { values } });
  };
  const kept = () => sql(url, 'SELECT kind::text, at FROM "Refused" ORDER BY kind');

  it.each(
    withFreeText.flatMap((modal) =>
      freeTextIn(modal).map((field) => [modal.modal, field] as const),
    ),
  )('is refused in %s, %s, with what to take out', async (name, field) => {
    const before = await kept();
    expect(await submit(name, field, 'Mrs Smith, 943 476 5919')).toEqual({
      errors: { [field]: expect.stringContaining('an NHS number and a patient’s name') },
    });
    expect(await kept()).toHaveLength(before.length + 2);
  });

  it('is refused beside both fields where it stands in two', async () => {
    const before = await kept();
    const said = expect.stringContaining('an NHS number');
    expect(await submitAll('share', { what: 'About 943 476', result: '5919 is home' })).toEqual({
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

const interactionOf = async (store: Store): Promise<Interaction> => {
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
