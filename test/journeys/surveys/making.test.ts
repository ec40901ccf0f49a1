import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsIn } from '../../../src/sandbox/reading.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { sql } from '../../support/database/database.ts';

type Values = Readonly<Record<string, string>>;

/**
 * Fills in the form and looks at what it would ask; the answer says what was wrong, beside the
 * field.
 */
const look = async (world: TestWorld, values: Values) => {
  const nair = world.as('Nair');
  await nair.type('survey');
  return nair.submit(values);
};

const send = async (world: TestWorld, values: Values) => {
  await look(world, values);
  await world.as('Nair').submit();
};

const OWN = [
  'Is the new form working? Yes / Partly / No',
  'How well did we listen? 1-5: not at all, very much',
  'Comment: What next?',
];

describe('a lead’s own survey', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
    for (const name of ['Osei', 'Morgan']) await world.as(name).type('claim lead');
  });
  afterAll(() => world?.close());

  it('is shown as a GP will see it, with what it costs, before it is sent', async () => {
    const own = {
      template: 'own',
      questions: OWN.join('\n'),
      title: 'The <new> form',
      audience: 'level:practice_lead',
    };
    await look(world, { ...own, names: 'named', closes: '2026-09-18', chases: '2' });
    const text = await world.as('Nair').readsModal();
    for (const words of [
      'This asks 2 people for 20 seconds each, 1 minute of members’ time in all.',
      'with names · asked twice more',
      'The <new> form',
      'Priya Nair asks, for NHS Fernshire CCG: 2 questions, about 20 seconds. Open until ' +
        'Friday 18 September.',
      '*With your name.*',
      '1 of 2:  *Is the new form working?*\nYes\nPartly\nNo\nNot now',
      '2 of 2:  *How well did we listen?*\n1\n2\n3\n4\n5\n1 is not at all, 5 is very much',
      'What next?',
    ])
      expect(text).toContain(words);
  });

  it('its buttons do nothing in the preview', async () => {
    const nair = world.as('Nair');
    const before = await nair.readsModal();
    await nair.tapModal('Partly');
    await nair.tapModal('Not now');
    expect(await nair.readsModal()).toBe(before);
    expect(await sql(world.databaseUrl, 'SELECT id FROM "Round"')).toEqual([]);
  });

  it('is the message that was shown, and each question is one tap', async () => {
    const shown = await world.as('Nair').readsModal();
    await world.as('Nair').submit();
    expect(await world.as('Nair').readsModal()).toContain('It goes out today at 12:45.');
    await world.moveTo('2026-09-07T12:00:00Z');
    const osei = world.as('Osei');
    const message = await osei.reads();
    expect(shown).toContain(message.slice(message.indexOf('The <new> form')));
    await osei.tap('Partly');
    expect(await osei.reads()).toContain('1 is not at all, 5 is very much');
    await osei.tap('4');
    expect(await osei.reads()).toContain('How well did we listen? *4*');
    await osei.tap('Add a comment');
    expect(await osei.readsModal()).toContain('What next?');
  });

  it('asks again as often as was chosen', async () =>
    expect(await sql(world.databaseUrl, 'SELECT title, template, chases FROM "Round"')).toEqual([
      { title: 'The <new> form', template: 'own', chases: 2 },
    ]));

  it('without a title has one that says how many questions it has', async () => {
    await look(world, { template: 'own', questions: 'Is it working?', audience: 'everyone' });
    expect(await world.as('Nair').readsModal()).toContain('A question for you');
  });
});

describe('a survey with a mistake', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  const long = `${'Is it? '.repeat(40)}`;
  it.each<[string, Values, Values]>([
    ['nobody in its audience', { audience: 'level:leadership' }, { audience: 'nobody to ask' }],
    [
      'too few to be anonymous',
      { audience: 'profession:practice_manager' },
      { audience: 'or ask with names' },
    ],
    [
      'a closing before its opening',
      { opens: '2026-09-21', closes: '2026-09-18' },
      { closes: 'no later than it opens' },
    ],
    ['a closing in the past', { closes: '2026-09-04' }, { closes: 'has passed' }],
    ['an opening in the past', { opens: '2026-09-04' }, { opens: 'has passed' }],
    [
      'nothing but bank holidays',
      { opens: '2026-12-25', closes: '2026-12-28' },
      { closes: 'bank holidays' },
    ],
    [
      'a question too long for Slack',
      { template: 'own', questions: `${'a'.repeat(201)}?` },
      { questions: '200 fit' },
    ],
    [
      'an answer too long for a button',
      { template: 'own', questions: `Is it? ${'a'.repeat(31)} / No` },
      { questions: '30 fit' },
    ],
    [
      'four questions',
      { template: 'own', questions: 'A?\nB?\nC?\nD?' },
      { questions: 'not answered in a minute' },
    ],
    [
      'patient data in a question',
      { template: 'own', questions: 'How is Mrs Archer?' },
      { questions: 'a patient’s name' },
    ],
    ['patient data in the title', { title: 'About 943 476 5919' }, { title: 'an NHS number' }],
    ['a contract matter', { title: 'Your breach notice' }, { title: 'contract matter' }],
    [
      'own questions chosen and none written',
      { template: 'own' },
      { questions: 'Write your questions here' },
    ],
    [
      'own questions written and not chosen',
      { questions: 'Is it working?' },
      { template: 'Choose “Our own questions”' },
    ],
    [
      'text that is no question',
      { template: 'own', questions: long },
      { questions: 'two question marks' },
    ],
  ])('%s is told beside the field, and nothing is sent', async (_, values, expected) => {
    const [[field = '', words = ''] = []] = Object.entries(expected);
    expect(await look(world, values)).toMatchObject({
      errors: { [field]: expect.stringContaining(words) },
    });
    await world.as('Nair').act('close');
    expect(await sql(world.databaseUrl, 'SELECT id FROM "Round"')).toEqual([]);
  });

  it('several are told at once', async () => {
    const answer = await look(world, {
      template: 'own',
      opens: '2026-09-04',
      title: 'Your breach notice',
    });
    expect(Object.keys(answer.errors ?? {}).sort()).toEqual(['opens', 'questions', 'title']);
  });

  it('the longest survey there can be is shown, and one that Slack could not keep is refused', async () => {
    const longest = (letter: string) =>
      [1, 2, 3]
        .map(
          (number) =>
            `${letter.repeat(198)}${number}? ` +
            `${['a', 'b', 'c', 'd', 'e'].map((end) => letter.repeat(29) + end).join('/')}`,
        )
        .concat(`Comment: ${letter.repeat(150)}`)
        .join('\n');
    const values = {
      template: 'own',
      repeat: 'quarterly',
      opens: '2026-12-07',
      closes: '2027-01-29',
    };
    expect(
      await look(world, { ...values, questions: longest('x'), title: 'x'.repeat(80) }),
    ).toEqual({ ok: true });
    await world.as('Nair').submit();
    expect(await world.as('Nair').readsModal()).toContain('Every three months on the 7th');
    expect(
      await look(world, { ...values, questions: longest('"'), title: '\u0007'.repeat(80) }),
    ).toMatchObject({
      errors: { questions: expect.stringContaining('longer than Slack takes') },
    });
  });
});

describe('a survey for a day to come', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
    await world.as('Osei').type('claim lead');
    await send(world, {
      audience: 'level:practice_lead',
      names: 'named',
      chases: '0',
      opens: '2026-09-21',
      title: 'In a while',
    });
  });
  afterAll(() => world?.close());
  const openings = () => sql(world.databaseUrl, 'SELECT title, "opensAt" FROM "Round"');
  const titles = async () =>
    (await sql(world.databaseUrl, 'SELECT title FROM "Round" ORDER BY "opensAt"')).map(
      ({ title }) => title,
    );

  it('is planned, in words, and seen on Home', async () => {
    const nair = world.as('Nair');
    expect(await nair.readsModal()).toContain(
      'On Monday 21 September. You find it on Home, where you can end it.',
    );
    await nair.openHome();
    expect(await nair.readsHome()).toContain('*In a while*, on Monday 21 September');
  });

  it('opens by itself on that day and not before, for those who are in the group by then', async () => {
    await world.moveTo('2026-09-20T12:00:00Z');
    expect(await titles()).toEqual([]);
    await world.as('Haddad').type('claim lead');
    await world.moveTo('2026-09-21T12:00:00Z');
    const [opening] = await openings();
    expect(opening?.['title']).toBe('In a while');
    expect(JSON.stringify(opening?.['opensAt'])).toContain('2026-09-21T07:00');
    expect(await world.as('Haddad').reads()).toContain('In a while');
    await world.moveTo('2026-09-22T12:00:00Z');
    expect(await titles()).toEqual(['In a while']);
    await world.as('Nair').openHome();
    expect(await world.as('Nair').readsHome()).not.toContain('Planned');
  });

  it('that nobody can be asked by then is told on Home, and not only forgotten', async () => {
    await send(world, {
      audience: 'level:practice_lead',
      names: 'named',
      opens: '2026-10-05',
      title: 'Too late',
    });
    for (const name of ['Osei', 'Haddad']) {
      await world.as(name).openHome();
      await world.as(name).tapHome('Give back');
    }
    await world.moveTo('2026-10-06T12:00:00Z');
    await world.as('Nair').openHome();
    const text = await world.as('Nair').readsHome();
    expect(text).toContain(
      '*Too late*\nIt was not sent on Monday 5 October. Nobody is in this audience yet',
    );
    expect(await titles()).not.toContain('Too late');
  });

  it('is not sent when it was ended before', async () => {
    await world.as('Osei').type('claim lead');
    await send(world, {
      audience: 'level:practice_lead',
      names: 'named',
      opens: '2026-10-19',
      title: 'Never mind',
    });
    const nair = world.as('Nair');
    await nair.openHome();
    expect(await nair.readsHome()).toContain('*Never mind*, on Monday 19 October');
    await nair.tapHome('End it');
    await expect.poll(() => nair.readsHome()).not.toContain('Never mind');
    await world.moveTo('2026-10-20T12:00:00Z');
    expect(await titles()).not.toContain('Never mind');
  });
});

describe('a survey that repeats', () => {
  let world: TestWorld;
  let shown: string;
  beforeAll(async () => {
    world = await openWorld();
    await look(world, { template: 'member_pulse', chases: '0', repeat: 'monthly' });
    shown = await world.as('Nair').readsModal();
    await Promise.all([world.as('Nair').submit(), world.as('Nair').submit()]);
  });
  afterAll(() => world?.close());
  const rounds = () =>
    sql(
      world.databaseUrl,
      'SELECT "opensAt"::date::text AS day, "seriesId" IS NOT NULL AS "isOne" FROM "Round" ' +
        'ORDER BY 1',
    );

  it('opens at once, once however often it is sent, and says when it comes again', async () => {
    expect(shown).toContain('Every month on the 7th, from Monday 7 September.');
    expect(await rounds()).toEqual([{ day: '2026-09-07', isOne: true }]);
    await world.as('Nair').openHome();
    expect(await world.as('Nair').readsHome()).toContain(
      '*How are we doing?*, every month on the 7th, next on Wednesday 7 October',
    );
  });

  it(
    'opens again a month later by itself, for those who were confirmed since too, with their ' +
      'groups fixed then',
    async () => {
      const vale = world.as('Vale');
      await world.moveTo('2026-09-08T12:00:00Z');
      await vale.type('join saltmarsh');
      await vale.submit({ profession: 'gp' });
      await world.as('Nair').openHome();
      await world.as('Nair').tapHome('Confirm');
      await world.moveTo('2026-10-07T12:00:00Z');
      expect(await rounds()).toEqual([
        { day: '2026-09-07', isOne: true },
        { day: '2026-10-07', isOne: true },
      ]);
      expect(
        (await vale.messages()).filter(({ blocks }) =>
          buttonsIn(blocks).some(({ label }) => label === 'Mostly'),
        ),
      ).toHaveLength(1);
      const groups = await sql(
        world.databaseUrl,
        `SELECT groups->>'all' AS group FROM "Prompt" AS p JOIN "Person" AS o ON o.id = ` +
          `p."personId" WHERE "slackId" = 'U0VALE'`,
      );
      expect(groups).toEqual([{ group: 'everyone' }]);
    },
  );

  it('is ended with one tap, and what is open stays open', async () => {
    const nair = world.as('Nair');
    await nair.openHome();
    await nair.tapHome('End it');
    await expect.poll(() => nair.readsHome()).not.toContain('every month');
    await world.moveTo('2026-11-09T13:00:00Z');
    expect(await rounds()).toHaveLength(2);
  });
});
