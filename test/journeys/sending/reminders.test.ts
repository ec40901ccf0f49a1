import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsIn, textOf } from '../../../src/sandbox/reading.ts';
import { messagesIn } from '../../../src/sandbox/workspace.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { sql } from '../../support/database/database.ts';

const TASK = 'Please look over your practice’s entry.';

const remind = async (world: TestWorld, values: Record<string, string>) => {
  const nair = world.as('Nair');
  await nair.type('remind');
  await nair.submit({ text: TASK, ...values });
  const asked = await nair.readsModal();
  await nair.submit();
  return { asked, said: await nair.readsModal() };
};
const letters = (world: TestWorld, name: string) =>
  messagesIn(world.sandbox.desk.workspace, `D${world.as(name).id.slice(1)}`).filter(
    ({ metadata }) => metadata,
  );
const labels = (world: TestWorld, name: string) =>
  buttonsIn(letters(world, name).at(-1)?.blocks ?? []).map(({ label }) => label);
const ccgStore = async (world: TestWorld) => {
  await world.as('Nair').openHome();
  return world.as('Nair').readsHome();
};

describe('a reminder to many', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('is shown to the lead as people will see it, with the day it is to be done by', async () => {
    const { asked } = await remind(world, { audience: 'everyone', by: '2026-09-18' });
    for (const words of [
      'This asks 38 people for 10 seconds each',
      TASK,
      '*To be done by Friday 18 September.*',
      'From Priya Nair, for NHS Fernshire CCG. They see how many have done it, not who.',
    ])
      expect(asked).toContain(words);
  });

  it('says the day, and who will see what, before the first tap', async () => {
    await world.moveTo('2026-09-07T12:00:00Z');
    const text = await world.as('Osei').reads();
    expect(text).toContain('*To be done by Friday 18 September.*');
    expect(text).toContain('They see how many have done it, not who.');
    expect(labels(world, 'Osei')).toEqual(['Done', 'Not now']);
  });

  it('Done is one tap', async () => {
    await world.as('Morgan').tap('Done');
    expect(await world.as('Morgan').reads()).toContain('Done. Thank you.');
    expect(labels(world, 'Morgan')).toEqual([]);
  });

  it('“Not now” is one tap, and stands even where nothing more is tapped', async () => {
    for (const name of ['Osei', 'Haddad', 'Reid']) await world.as(name).tap('Not now');
    expect(await world.as('Haddad').reads()).toContain(
      'we will not ask again. Or would you like to be reminded once more?',
    );
    expect(labels(world, 'Haddad')).toEqual(['Tomorrow', 'Next week', 'Not for me']);
  });

  it('“Not for me” ends it', async () => {
    await world.as('Reid').tap('Not for me');
    expect(await world.as('Reid').reads()).toContain(
      'Not for you: thank you for saying so. We will not ask again.',
    );
    expect(labels(world, 'Reid')).toEqual([]);
  });

  it('“Tomorrow” says the day, and keeps Done at hand', async () => {
    await world.as('Osei').tap('Tomorrow');
    expect(await world.as('Osei').reads()).toContain('We will remind you on Tuesday 8 September.');
    expect(labels(world, 'Osei')).toEqual(['Done']);
    expect(await ccgStore(world)).toContain(
      '1 to be reminded again at their wish from Tuesday 8 September at 12:45',
    );
  });

  it('comes once more then, in the window, whatever else the week holds', async () => {
    await world.moveTo('2026-09-08T11:44:00Z');
    expect(letters(world, 'Osei')).toHaveLength(1);
    await world.moveTo('2026-09-08T11:46:00Z');
    expect(letters(world, 'Osei')).toHaveLength(2);
    expect(labels(world, 'Osei')).toEqual(['Done', 'Not now']);
    expect(await world.as('Osei').reads()).toContain(TASK);
    await world.moveTo('2026-09-08T11:48:00Z');
    await expect
      .poll(() => textOf(letters(world, 'Osei')[0]?.blocks ?? []))
      .toContain('We reminded you again on Tuesday 8 September.');
    expect(buttonsIn(letters(world, 'Osei')[0]?.blocks ?? [])).toEqual([]);
  });

  it('its seconds count', async () => {
    await world.as('Osei').openHome();
    expect(await world.as('Osei').readsHome()).toContain('Asked of you this month: 20 seconds');
  });

  it('may be put off again, and a second tap puts it off once', async () => {
    const osei = world.as('Osei');
    await osei.tap('Not now');
    const message = (await osei.messages()).at(-1);
    const actionId = buttonsIn(message?.blocks ?? []).find(
      ({ label }) => label === 'Next week',
    )?.actionId;
    const tap = { channel: message?.channel, ts: message?.ts, actionId };
    await Promise.all([osei.act('tap', tap), osei.act('tap', tap)]);
    expect(await osei.reads()).toContain('We will remind you on Tuesday 15 September.');
    const rows = await sql(
      world.databaseUrl,
      `SELECT turn FROM "Delivery" WHERE kind = 'again' ORDER BY turn`,
    );
    expect(rows).toEqual([{ turn: 1 }, { turn: 2 }]);
    await world.moveTo('2026-09-15T12:00:00Z');
    expect(letters(world, 'Osei')).toHaveLength(3);
  });

  it('is not offered for a day after it is to be done by', async () => {
    await world.as('Osei').tap('Not now');
    expect(labels(world, 'Osei')).toEqual(['Tomorrow', 'Not for me']);
  });

  it('stops at Done, in every message of it', async () => {
    await world.as('Osei').tap('Tomorrow');
    await world.as('Osei').tap('Done');
    await world.moveTo('2026-09-16T12:00:00Z');
    expect(letters(world, 'Osei')).toHaveLength(3);
    await expect
      .poll(() => letters(world, 'Osei').map(({ blocks }) => textOf(blocks)))
      .toEqual(Array.from({ length: 3 }, () => expect.stringContaining('Done. Thank you.')));
  });

  it('the lead sees how many have done it by locality, and no name', async () => {
    const text = await ccgStore(world);
    expect(text).toContain(
      `*Reminder:* ${TASK} _Monday 7 September, to be done by Friday 18 September_`,
    );
    expect(text).toContain('38 sent');
    expect(text).toContain(
      'Done by 2 of 38. Fernbridge 2 of 14 · Harbourside 0 of 12 · The Wolds 0 of 12',
    );
    expect(text).not.toMatch(/Done by .*(Osei|Morgan)/);
  });
});

describe('a task of named role holders', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
    for (const name of ['Osei', 'Morgan', 'Haddad']) await world.as(name).type('claim lead');
  });
  afterAll(() => world?.close());

  it('names are refused for anyone else, beside the field', async () => {
    const nair = world.as('Nair');
    await nair.type('remind');
    expect(await nair.submit({ text: TASK, audience: 'everyone', named: 'named' })).toMatchObject({
      errors: { named: expect.stringContaining('only for a task of people who hold a role') },
    });
  });

  it('people are told before they tap', async () => {
    const { asked } = await remind(world, { audience: 'level:practice_lead', named: 'named' });
    expect(asked).toContain('They see who has done it.');
    await world.moveTo('2026-09-07T12:00:00Z');
    expect(await world.as('Osei').reads()).toContain('They see who has done it.');
  });

  it('the lead sees who has done it, alphabetical, and never who has not', async () => {
    await world.as('Morgan').tap('Done');
    await world.as('Haddad').tap('Done');
    await world.as('Osei').tap('Not now');
    const text = await ccgStore(world);
    expect(text).toContain('Done by 2 of 3: Dr Leila Haddad and Dr Rhys Morgan.');
    const lines = text.split('\n').filter((line) => line.startsWith('Done by'));
    expect(lines.join()).not.toContain('Osei');
  });

  it('without names, a handful of people are not counted: a number would be a name', async () => {
    await remind(world, { audience: 'level:practice_lead' });
    await world.moveTo('2026-09-14T12:00:00Z');
    await world.as('Morgan').tap('Done');
    expect(await ccgStore(world)).toContain(
      'It reached too few people to say how many have done it without saying who.',
    );
  });
});

describe('a reminder for a day to come', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('is kept for its day, and again every month', async () => {
    const { asked, said } = await remind(world, {
      audience: 'profession:gp',
      when: '2026-09-15',
      by: '2026-09-18',
      repeat: 'monthly',
    });
    expect(asked).toContain('All GPs · First on Tuesday 15 September · then every month');
    expect(asked).toContain('It goes out Tuesday 15 September at 12:45.');
    expect(said).toContain('First on Tuesday 15 September, then every month');
    const [series] = await world.ccgStore.series.due(new Date('2026-09-15T08:00:00Z'));
    expect(series).toMatchObject({
      asking: { kind: 'reminder', text: TASK, days: 3, named: false },
      repeat: 'monthly',
      firstAt: new Date('2026-09-14T23:00:00Z'),
    });
  });

  it(
    'goes out at the sending time of its day, also where nobody is awake at midnight, and then ' +
      'again',
    async () => {
      await world.moveTo('2026-10-16T12:00:00Z');
      expect(
        await sql(
          world.databaseUrl,
          `SELECT DISTINCT date_trunc('minute', "sentAt") AS minute FROM "Delivery" WHERE kind ` +
            `= 'reminder' AND state = 'sent' ORDER BY 1`,
        ),
      ).toEqual([
        { minute: new Date('2026-09-15T11:45:00Z') },
        { minute: new Date('2026-10-15T11:45:00Z') },
      ]);
      expect(await world.as('Osei').reads()).toContain('*To be done by Sunday 18 October.*');
    },
  );

  it.each([
    ['when', { when: '2026-09-04' }, 'has passed'],
    ['by', { by: '2026-09-04' }, 'before it is sent'],
    ['by', { when: '2026-10-17', by: '2026-10-18' }, 'Nobody may be written to before'],
    ['link', { link: 'example.nhs.uk' }, 'begins with https://'],
  ])(
    'a wrong day or link is said beside its field: %s',
    async (field, values: Record<string, string>, words) => {
      const nair = world.as('Nair');
      await nair.type('remind');
      expect(await nair.submit({ text: TASK, ...values })).toMatchObject({
        errors: { [field]: expect.stringContaining(words) },
      });
    },
  );

  it('whoever said that it is not for them is left out when it is sent again', async () => {
    await world.as('Osei').tap('Not now');
    await world.as('Osei').tap('Not for me');
    await world.moveTo('2026-11-17T13:00:00Z');
    const asked = `SELECT "slackId", count(*)::int AS times FROM "Prompt" AS p JOIN "Person" AS o ON o.id = p."personId"
      WHERE "slackId" IN ('U0OSEI', 'U0MORGAN') GROUP BY 1 ORDER BY 1`;
    expect(await sql(world.databaseUrl, asked)).toEqual([
      { slackId: 'U0MORGAN', times: 3 },
      { slackId: 'U0OSEI', times: 2 },
    ]);
  });
});
