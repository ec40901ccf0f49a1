import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../src/sandbox/reading.ts';
import type { Visitor } from '../../src/sandbox/visitor.ts';
import { messagesIn } from '../../src/sandbox/workspace.ts';
import { type Mode, openWorld, type TestWorld } from '../support/bot/world.ts';

/**
 * Every way the bot can be run: each mode of Slack, with its own PostgreSQL and with a given one.
 */
const ways: { mode: Mode; database: 'its own PostgreSQL' | 'DATABASE_URL' }[] = [
  { mode: 'socket', database: 'DATABASE_URL' },
  { mode: 'socket', database: 'its own PostgreSQL' },
  { mode: 'http', database: 'DATABASE_URL' },
  { mode: 'http', database: 'its own PostgreSQL' },
];

describe.each(ways)('the main job, over $mode, with $database', ({ mode, database }) => {
  let world: TestWorld;
  let dataDir: string | undefined;
  beforeAll(async () => {
    dataDir =
      database === 'DATABASE_URL' ? undefined : await mkdtemp(join(tmpdir(), 'ccg-engage-'));
    world = await openWorld({ mode, ...(dataDir ? { dataDir } : {}) });
  });
  afterAll(async () => {
    await world?.close();
    if (dataDir) await rm(dataDir, { recursive: true });
  });

  it('a GP takes their practice’s lead role, and everyone finds them', async () => {
    const osei = world.as('Osei');
    await osei.type('claim');
    await osei.submit({ seat: 'practice_lead@Y99001' });
    expect(await osei.readsModal()).toContain('You are now Practice lead for Riverside Surgery');
    await world.as('Adeyemi').type('claim diabetes');
    await osei.type('who diabetes');
    expect(await osei.reads()).toMatch(
      /Diabetes lead\*\nDr Grace Adeyemi \(<@U0ADEYEMI>\), Abbey Medical Centre\n_1 free seat_/,
    );
    await osei.type('who riverside');
    expect(await osei.reads()).toMatch(
      /Practice lead for Riverside Surgery\*\nDr Amara Osei \(<@U0OSEI>\)\n_1 free seat_/,
    );
    await osei.openHome();
    expect(await osei.readsHome()).toContain('Practice lead for Riverside Surgery');
  });

  it('a second GP takes the other seat, and a third is told who holds them', async () => {
    await world.as('Morgan').type('claim lead');
    const carver = world.as('Carver');
    await carver.type('claim lead');
    expect(await carver.reads()).toContain(
      'Both seats are taken: Practice lead for Riverside Surgery is Dr Amara Osei and Dr ' +
        'Rhys Morgan',
    );
  });

  it('a lead sees what a survey asks before sending it', async () => {
    const nair = world.as('Nair');
    await nair.type('survey');
    await nair.submit({ template: 'member_pulse', audience: 'everyone' });
    expect(await nair.readsModal()).toContain(
      'This asks 38 people for 30 seconds each, 19 minutes of members’ time in all.',
    );
    expect(await nair.readsModal()).toContain(
      '2 people have no Slack account here yet and will not be asked.',
    );
    await nair.submit();
    expect(await nair.readsModal()).toContain('It goes out today at 12:45');
  });

  it('nobody is written to before the window opens', async () => {
    await world.moveTo('2026-09-07T11:44:00Z');
    expect(await world.as('Lindqvist').messages()).toEqual([]);
  });

  it('a GP gets one message, told who asks and who will see what before the first tap', async () => {
    await world.moveTo('2026-09-07T11:46:00Z');
    const osei = world.as('Osei');
    const text = await osei.reads();
    for (const words of [
      'I am the engagement bot of NHS Fernshire CCG',
      'from your practice’s roster',
      '/ccg leave',
      'Priya Nair asks',
      'about 30 seconds',
      '*Anonymous.*',
      'groups of at least 10',
      'cannot be changed once you have tapped',
      '1 of 3',
    ])
      expect(text).toContain(words);
  });

  it('three taps, in the same message, and the message does not show the choice', async () => {
    const osei = world.as('Osei');
    const before = await osei.messages();
    await osei.tap('Mostly');
    expect(await osei.reads()).toContain('2 of 3');
    await osei.tap('Not really');
    await osei.tap('Not sure');
    expect(await osei.reads()).toContain('*Thank you.*');
    expect(await osei.reads()).not.toMatch(/Mostly|Not really|Not sure/);
    expect((await osei.messages()).length).toBe(before.length);
  });

  it('a comment is added in a form, and refused kindly where it names a patient', async () => {
    const osei = world.as('Osei');
    await osei.tap('Add a comment');
    expect(await osei.submit({ text: 'Ask about 943 476 5919' })).toMatchObject({
      errors: { text: expect.stringContaining('an NHS number') },
    });
    await osei.submit({ text: 'Earlier papers, please <!channel>' });
    expect(await osei.readsModal()).toContain('Your comment was added');
  });

  it('“Not now” is an answer, and ends the asking', async () => {
    const morgan = world.as('Morgan');
    await morgan.tap('Not now');
    expect(await morgan.reads()).toContain('that is fine, we will not ask again');
  });

  it('those who have not replied are asked once more, a week later', async () => {
    for (const name of [
      'Haddad',
      'Lindqvist',
      'Adeyemi',
      'Rao',
      'Reid',
      'Chow',
      'Pritchard',
      'Wolski',
      'Baird',
      'Karim',
      'Okafor',
    ]) {
      const person = world.as(name);
      const first = name.startsWith('R') ? 'Mostly' : 'Yes, very much';
      for (const label of [first, 'Mostly', 'Yes']) await person.tap(label);
    }
    await world.moveTo('2026-09-14T12:00:00Z');
    expect((await world.as('Ellery').messages()).length).toBe(2);
    expect((await world.as('Haddad').messages()).length).toBe(1);
    expect(await world.as('Morgan').reads()).toContain('we will not ask again');
  });

  it('a reminder waits for a week with room, and is answered with Done', async () => {
    const ashworth = world.as('Ashworth');
    await ashworth.type('remind');
    await ashworth.submit({
      text: 'Please look over your practice’s entry.',
      link: 'https://example.nhs.uk/entry',
      audience: 'level:practice_lead',
    });
    expect(await ashworth.readsModal()).toContain('This asks 2 people for 10 seconds each');
    await ashworth.submit();
    await world.moveTo('2026-09-15T12:00:00Z');
    const osei = world.as('Osei');
    expect(await osei.reads()).toContain('Please look over your practice’s entry.');
    await osei.tap('Done');
    expect(await osei.reads()).toContain('Done. Thank you.');
  });

  let oldButton: { channel: string; ts: string; actionId: string; value: string };
  it('nothing of the answers is shown before the survey closes', async () => {
    oldButton = await lastButton(world.as('Desai'), 'Mostly');
    const nair = world.as('Nair');
    await nair.type('summary');
    expect(await nair.reads()).not.toContain('What we heard');
    expect(await nair.reads()).toContain('still open');
  });

  it(
    'after it has closed, the lead posts the summary: charts, the same figures as text, and ' +
      'what was heard',
    async () => {
      await world.moveTo('2026-09-22T09:00:00Z');
      const nair = world.as('Nair');
      await nair.type('summary');
      await nair.tap('Post it');
      expect(await nair.reads()).toContain('Posted.');
      await expect
        .poll(
          () =>
            messagesIn(world.sandbox.desk.workspace, 'C0ENGAGE').filter(
              ({ ephemeralTo }) => !ephemeralTo,
            ).length,
        )
        .toBe(1);
      const posted = messagesIn(world.sandbox.desk.workspace, 'C0ENGAGE').find(
        ({ ephemeralTo }) => !ephemeralTo,
      );
      expect(
        ((posted?.blocks ?? []) as { type: string }[]).filter(
          ({ type }) => type === 'data_visualization',
        ),
      ).toHaveLength(2);
      const text = textOf(posted?.blocks ?? []);
      for (const words of [
        'Leadership: 0 · Clinical area lead: 1 · Practice lead: 2 · Everyday: 40',
        'What we heard: How are we doing?',
        'Yes, very much 9 · Mostly 3',
        'Do our decisions reflect what practices tell us? Nearly all said: Mostly',
        'Free seats: 22 for practice leads',
      ])
        expect(text).toContain(words);
    },
  );

  it(
    'the lead reads the results, with groups too small hidden and the comment as it was ' +
      'written',
    async () => {
      const nair = world.as('Nair');
      await nair.openHome();
      await nair.tapHome('Results');
      expect(await nair.readsModal()).toContain(
        '12 of 38 people reached answered, and 1 said not now.',
      );
      expect(await nair.readsModal()).toContain('By locality: not shown');
      expect(await nair.readsModal()).toContain('Groups of fewer than 10 answers are not shown');
      for (const turn of ['Next question', 'Next question', 'Comments']) await nair.tapModal(turn);
      expect(await nair.readsModal()).toContain('“Earlier papers, please &lt;!channel&gt;”');
    },
  );

  it(
    'a tap after closing, on a message that still showed its buttons, saves nothing and says ' +
      'so',
    async () => {
      const desai = world.as('Desai');
      expect(await desai.reads()).toContain('has closed');
      await desai.act('tap', oldButton);
      expect(await desai.reads()).toContain('This survey has closed, so nothing was saved.');
    },
  );
});

/** A button of their last message, for somebody whose Slack has not heard yet that it is gone. */
const lastButton = async (person: Visitor, label: string) => {
  const message = (await person.messages()).at(-1);
  const elements = (message?.blocks ?? []).flatMap(
    (block) => (block as { elements?: Button[] }).elements ?? [],
  );
  const found = elements.find(({ text }) => text?.text === label);
  return {
    channel: message?.channel ?? '',
    ts: message?.ts ?? '',
    actionId: found?.action_id ?? '',
    value: found?.value ?? '',
  };
};

type Button = {
  readonly text?: { readonly text: string };
  readonly action_id: string;
  readonly value: string;
};
