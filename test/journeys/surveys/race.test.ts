import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG } from '../../../src/demo.ts';
import { importers } from '../../../src/files/proposals.ts';
import { buttonsIn } from '../../../src/sandbox/reading.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { monday } from '../../world.ts';

const crowd = Array.from({ length: 50 }, (_, index) => ({
  id: `U0CROWD${index}`,
  name: `Dr Crowd ${String(index).padStart(2, '0')}`,
  email: `crowd${index}@fernshire.example`,
  title: 'GP',
}));

describe('fifty people who claim two seats at once', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld({ moreUsers: crowd });
    const roster = [
      'email,name,profession,practice_code',
      ...crowd.map(({ email, name }) => `${email},${name},gp,Y99009`),
    ].join('\n');
    await (
      await importers.roster(
        new TextEncoder().encode(roster),
        world.ccgStore,
        DEMO_CCG.code,
        monday,
      )
    ).apply();
    await world.startBot();
  });
  afterAll(() => world?.close());

  it('leave exactly two holders, and the others are told who they are', async () => {
    const people = crowd.map(({ name }) => world.as(name));
    await Promise.all(
      people.map((person) => person.act('command', { text: 'claim lead', channel: 'C0ENGAGE' })),
    );
    const { holdings } = await world.ccgStore.register();
    const names = holdings.map(({ person }) => person.name);
    expect(holdings.map(({ seat }) => seat).sort()).toEqual([1, 2]);
    const answers = () => Promise.all(people.map((person) => person.reads()));
    const saying = async (words: string) =>
      (await answers()).filter((answer) => answer.includes(words));
    // under load some come after the acknowledgement
    await expect.poll(() => saying('Both seats are taken'), { timeout: 20_000 }).toHaveLength(48);
    expect(await saying('You are now Practice lead for High Wold Surgery')).toHaveLength(2);
    for (const answer of await saying('Both seats are taken'))
      expect(names.every((name) => answer.includes(name))).toBe(true);
  });

  it('a button tapped twice at the same moment does one thing', async () => {
    const nair = world.as('Nair');
    await nair.type('summary');
    const message = (await nair.messages()).at(-1);
    const post = buttonsIn(message?.blocks ?? []).find(({ label }) => label === 'Post it');
    await Promise.all(
      [1, 2, 3].map(() =>
        nair.act('tap', { channel: message?.channel, ts: message?.ts, actionId: post?.actionId }),
      ),
    );
    await expect
      .poll(
        () =>
          world.sandbox.desk.workspace.messages
            .get('C0ENGAGE')
            ?.filter(({ ephemeralTo }) => !ephemeralTo).length,
      )
      .toBe(1);
  });

  it('a survey submitted twice is sent once', async () => {
    const nair = world.as('Nair');
    await nair.type('survey');
    await nair.submit();
    const view = await nair.modal();
    await Promise.all([1, 2].map(() => nair.act('submit', { viewId: view.id, values: {} })));
    expect(await world.ccgStore.rounds.recent(5)).toHaveLength(1);
  });
});
