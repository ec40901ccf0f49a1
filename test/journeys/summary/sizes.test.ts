import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textOf } from '../../../src/sandbox/reading.ts';
import { messagesIn } from '../../../src/sandbox/workspace.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { growTo } from '../../support/grown-ccg.ts';

/**
 * As in the NHS’s file of 2019 from the smallest to the largest, and one of the mergers that
 * followed.
 */
const sizes = [6, 40, 165, 345];

describe.each(sizes)('a CCG of %i practices, within what Slack takes', (practices) => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
    await growTo(world, practices);
  });
  afterAll(() => world?.close());
  const lead = () => world.as('Nair');
  const inChannel = () =>
    messagesIn(world.sandbox.desk.workspace, 'C0ENGAGE')
      .filter(({ ephemeralTo }) => !ephemeralTo)
      .map(({ blocks }) => textOf(blocks));

  it('has a summary that can be read and posted, with how it went over time', async () => {
    await lead().type('summary');
    expect(await lead().reads()).toContain(`of ${practices} `);
    await lead().tap('Over time');
    expect(await lead().reads()).toContain('The pulse over time');
    await lead().type('summary');
    await lead().tap('Post it');
    const [summary, overTime] = inChannel();
    expect(summary).toContain('Practices with a lead');
    expect(overTime).toContain('The pulse over time');
  });

  it('has a Home for its leads', async () => {
    await lead().act('home');
    expect(await lead().readsHome()).toContain('For engagement leads');
    expect(await lead().readsHome()).toContain('History');
    const steps = expect(await lead().readsHome());
    // too few to call anything
    practices < 10 ? steps.not.toContain('Offer help') : steps.toContain('Offer help');
  });

  it('has a list of practices, and of vacancies, that say how many more there are', async () => {
    await lead().type('practices');
    expect(await lead().reads()).toContain(
      practices > 20 ? `1 to 20 of ${practices}` : 'Practices',
    );
    await lead().type('vacancies');
    const more = expect(await lead().reads());
    practices > 40 ? more.toContain('lines more') : more.not.toContain('lines more');
  });
});
