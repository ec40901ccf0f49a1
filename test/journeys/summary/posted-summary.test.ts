import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { summarise, summariseOverTime } from '../../../src/domain/summary/sections.ts';
import { summaryCsv } from '../../../src/files/summary.ts';
import { textOf } from '../../../src/sandbox/reading.ts';
import { post } from '../../../src/sandbox/visitor.ts';
import { messagesIn } from '../../../src/sandbox/workspace.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';

describe('the summary that is posted by itself', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
    await world.startBot();
  });
  afterAll(() => world?.close());
  const fault = (given: object) =>
    post(`${world.sandbox.url}/control/fault`, { method: 'chat.postMessage', ...given });
  const leadsHome = async () => {
    await world.as('Nair').act('home');
    return world.as('Nair').readsHome();
  };
  const inChannel = async () => {
    const { channelId } = (await world.store.ccgs.all())[0] ?? { channelId: '' };
    return messagesIn(world.sandbox.desk.workspace, channelId)
      .filter(({ ephemeralTo }) => !ephemeralTo)
      .map(({ blocks }) => textOf(blocks));
  };

  it('is not posted for a month that began before the CCG was here', async () => {
    await world.moveTo('2026-09-07T12:30:00Z');
    expect(await inChannel()).toEqual([]);
  });

  it('is in the channel once at the first sending time of the month, whichever process posts it', async () => {
    await world.as('Osei').type('claim lead');
    await world.moveTo('2026-10-02T12:30:00Z');
    const [posted, ...others] = await inChannel();
    expect(others).toEqual([]);
    expect(posted).toContain('One more practice has a lead than in September');
    expect(await leadsHome()).not.toContain('I could not post the summary');
  });

  it('holds no practice’s name and none of its figures, in the channel and in the export', async () => {
    const [ccg] = await world.store.ccgs.all();
    if (!ccg) throw new Error('There is no CCG');
    const facts = await world.ccgStore.summaryFacts(ccg, new Date('2026-10-02T12:30:00Z'));
    const said = [
      ...(await inChannel()),
      summaryCsv([...summarise(facts), ...summariseOverTime(facts)]),
    ].join('\n');
    const figures = await world.ccgStore.figures.all();
    expect(figures.length).toBeGreaterThan(10);
    for (const { numerator, denominator } of figures)
      for (const number of [numerator, denominator].filter((each) => each !== null && each > 99))
        expect(said).not.toMatch(
          new RegExp(`\\b${number}\\b|\\b${number?.toLocaleString('en-GB')}\\b`),
        );
    for (const { name } of facts.register.practices) expect(said).not.toContain(name);
  });

  it(
    'comes with a private one for each engagement lead, once, that leads on to whom to help ' +
      'and where nobody leads',
    async () => {
      const theirs = async (name: string) =>
        (await world.as(name).messages())
          .map(({ blocks }) => textOf(blocks))
          .filter((text) => text.includes('For engagement leads'));
      const [first, ...others] = await theirs('Nair');
      expect(others).toEqual([]);
      expect(first).toContain('I am the engagement bot of NHS Fernshire CCG');
      expect(first).toContain('Next steps');
      expect(first).toContain('Practices without a practice lead');
      expect(await theirs('Ashworth')).toHaveLength(1);
      expect(await theirs('Osei')).toEqual([]);
    },
  );

  it(
    'leads on, from the one that a lead asks for, to a visit noted and a practice invited in ' +
      'two taps each',
    async () => {
      const nair = world.as('Nair');
      await nair.type('summary');
      await nair.tap('Abbey Medical Centre');
      await nair.tap('Note a visit');
      expect(await nair.reads()).toContain('Noted');
      await nair.type('summary');
      await nair.tap('Vacancies');
      await nair.tap('Invite');
      expect(await nair.reads()).toContain('asked');
    },
  );

  it('waits while Slack asks it to, and is then posted once', async () => {
    await fault({ kind: '429', times: 1 });
    await world.moveTo('2026-11-02T12:50:00Z');
    expect(await inChannel()).toHaveLength(2);
  });

  it('is told to engagement leads where Slack refuses it, and can be posted by hand', async () => {
    await fault({ kind: 'refuse', error: 'not_in_channel', times: 1 });
    await world.moveTo('2026-12-01T12:50:00Z');
    expect(await inChannel()).toHaveLength(2);
    expect(await leadsHome()).toContain('I could not post the summary');
    await world.as('Nair').type('summary');
    await world.as('Nair').tap('Post it');
    expect(await inChannel()).toHaveLength(3);
    expect(await leadsHome()).not.toContain('I could not post the summary');
  });
});
