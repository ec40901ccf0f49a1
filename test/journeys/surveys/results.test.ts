import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportResults } from '../../../src/cli/export.ts';
import { post, type Visitor } from '../../../src/sandbox/visitor.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';

const ANSWERING = [
  'Osei',
  'Morgan',
  'Haddad',
  'Lindqvist',
  'Adeyemi',
  'Rao',
  'Reid',
  'Chow',
  'Pritchard',
  'Wolski',
  'Baird',
];

describe('what becomes of answers', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
    await askPulse();
    await world.moveTo('2026-09-07T12:00:00Z');
    await answerAll(['Mostly', 'Not really', 'Not sure'], ['Yes, very much', 'Mostly', 'Yes']);
    await world.moveTo('2026-09-22T09:00:00Z');
  });
  afterAll(() => world?.close());

  const askPulse = async () => {
    const nair = world.as('Nair');
    await nair.type('survey');
    await nair.submit({
      template: 'member_pulse',
      audience: 'everyone',
      names: 'anonymous',
      chases: '0',
    });
    await nair.submit();
    await nair.act('close');
  };
  /** Two answer in one way, the others in another. */
  const answerAll = async (most: readonly string[], two: readonly string[]) => {
    for (const [index, name] of ANSWERING.entries())
      await answer(world.as(name), index < 2 ? two : most);
  };
  const answer = async (person: Visitor, labels: readonly string[]) => {
    for (const label of labels) await person.tap(label);
  };
  const lastOf = async (person: Visitor) => (await person.messages()).at(-1);
  const kindsIn = (blocks: readonly unknown[] = []) =>
    (blocks as { type: string }[]).map(({ type }) => type);

  it('a lead reads them as a chart and a table, a question at a time, in one place', async () => {
    const nair = world.as('Nair');
    await nair.type('results');
    const first = await lastOf(nair);
    expect(kindsIn(first?.blocks)).toEqual(expect.arrayContaining(['data_visualization', 'table']));
    expect(await nair.reads()).toContain('Mostly\n9 (82%)');
    const before = (await nair.messages()).length;
    await nair.tap('Next question');
    expect(await nair.reads()).toContain('Do our decisions reflect what practices tell us?');
    await nair.tap('Previous');
    expect(await nair.reads()).toContain('Do you know what we are trying to do this year?');
    expect((await nair.messages()).length).toBe(before);
  });

  it(
    'from Home they open in a modal, without charts, and come with charts into the lead’s own ' +
      'messages',
    async () => {
      const nair = world.as('Nair');
      await nair.openHome();
      await nair.tapHome('Results');
      expect(kindsIn((await nair.modal()).blocks)).not.toContain('data_visualization');
      expect(await nair.readsModal()).toContain('Mostly: Everyone 9 (82%)');
      await nair.tapModal('Next question');
      const refusal = {
        method: 'conversations.open',
        kind: 'refuse',
        error: 'internal_error',
        times: 1,
      };
      await post(`${world.sandbox.url}/control/fault`, refusal);
      await nair.tapModal('Send me this with charts');
      expect(await nair.readsModal()).toContain('I could not send this just now.');
      await nair.act('close');
      await nair.tapHome('Results');
      await nair.tapModal('Next question');
      await nair.tapModal('Send me this with charts');
      expect(await nair.readsModal()).toContain('in your messages with me');
      await nair.act('close');
      await expect
        .poll(async () => kindsIn((await lastOf(nair))?.blocks))
        .toContain('data_visualization');
      expect(await nair.reads()).toContain('Do our decisions reflect what practices tell us?');
    },
  );

  it('where Slack takes no chart there, they come without, and every figure is in the table', async () => {
    const nair = world.as('Nair');
    const refusal = { method: 'response_url', kind: 'refuse', error: 'invalid_blocks', times: 1 };
    await post(`${world.sandbox.url}/control/fault`, refusal);
    await nair.type('results');
    expect(kindsIn((await lastOf(nair))?.blocks)).not.toContain('data_visualization');
    expect(await nair.reads()).toContain('Mostly\n9 (82%)');
  });

  it('nobody but engagement leads reads them', async () => {
    const osei = world.as('Osei');
    await osei.type('results');
    expect(await osei.reads()).toContain('That is for the engagement leads of NHS Fernshire CCG.');
  });

  it('what a lead answers is looked at first: nothing about patients, nothing about contracts', async () => {
    const nair = world.as('Nair');
    await nair.openHome();
    expect(await nair.readsHome()).toContain('Members like to hear what comes of what they said.');
    await nair.tapHome('You said, we will');
    expect(await nair.submit({ text: 'Ask about 943 476 5919' })).toMatchObject({
      errors: { text: expect.stringContaining('an NHS number') },
    });
    expect(await nair.submit({ text: 'We will issue breach notices' })).toMatchObject({
      errors: { text: expect.stringContaining('NHS England') },
    });
  });

  it(
    '“You said, we will” reaches every member on Home, and the next summary, and nobody’s ' +
      'messages',
    async () => {
      const nair = world.as('Nair');
      const osei = world.as('Osei');
      const before = (await osei.messages()).length;
      await nair.submit({ text: 'We will send papers a week <before>.' });
      expect(await nair.readsModal()).toContain('Members see it on their Home');
      await nair.act('close');
      await osei.openHome();
      expect(await osei.readsHome()).toContain(
        'You said, we will\nWe will send papers a week &lt;before&gt;.\nAfter “How are we ' +
          'doing?”, Tuesday 22 September',
      );
      await nair.type('summary');
      expect(await nair.reads()).toContain(
        '“How are we doing?”, Tuesday 22 September: We will send papers a week &lt;before&gt;.',
      );
      await world.moveTo('2026-09-23T12:00:00Z');
      expect((await osei.messages()).length).toBe(before);
    },
  );

  it('can be changed, and the lead is not asked for it again', async () => {
    const nair = world.as('Nair');
    await nair.openHome();
    expect(await nair.readsHome()).not.toContain('Members like to hear');
    await nair.tapHome('Change “You said, we will”');
    await nair.submit({ text: 'We will send papers ten days before.' });
    await nair.act('close');
    await world.as('Osei').openHome();
    expect(await world.as('Osei').readsHome()).toContain('ten days before');
    await nair.type('history');
    expect(await nair.reads()).toContain('Priya Nair answered what members had said');
  });

  it('asked again, the same question shows how its answers have moved', async () => {
    await askPulse();
    await world.moveTo('2026-09-28T12:00:00Z');
    await answerAll(['Yes, very much', 'Mostly', 'Yes'], ['Mostly', 'Not really', 'Not sure']);
    await world.moveTo('2026-10-20T09:00:00Z');
    const nair = world.as('Nair');
    await nair.type('results');
    await nair.tap('Over time');
    expect(kindsIn((await lastOf(nair))?.blocks)).toEqual(
      expect.arrayContaining(['data_visualization', 'table']),
    );
    expect(await nair.reads()).toMatch(
      /21 Sept? 2026\n11\n18%\n82%\n0%\n0%\n\d+ Oct 2026\n11\n82%\n18%\n0%\n0%/,
    );
  });

  it('all of it is written to a file that only its owner can read, and never over another', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'ccg-engage-'));
    const out = join(folder, 'results.csv');
    await exportResults(world.store, { out }, new Date('2026-10-20T09:00:00Z'));
    const lines = parse(await readFile(out), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    expect(new Set(lines.map(({ closed }) => closed)).size).toBe(2);
    expect(
      lines.filter(
        ({ what, answer, number }) => what === 'answers' && answer === 'Mostly' && number === '9',
      ),
    ).not.toEqual([]);
    expect(lines.filter(({ what }) => what === 'you said, we will')).toEqual([
      expect.objectContaining({ words: 'We will send papers ten days before.' }),
    ]);
    expect((await stat(out)).mode & 0o777).toBe(0o600);
    await expect(exportResults(world.store, { out }, new Date())).rejects.toThrow(
      'is there already, and was left as it is',
    );
    await expect(
      exportResults(world.store, { round: 'No such survey' }, new Date()),
    ).rejects.toThrow('There are: “How are we doing?”');
    await rm(folder, { recursive: true });
  });
});
