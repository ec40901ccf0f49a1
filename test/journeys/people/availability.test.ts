import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { sql } from '../../support/database/database.ts';

/** Opens the form for the days somebody works, filled in as it came but for what is given. */
const fillIn = async (world: TestWorld, name: string, values: Readonly<Record<string, string>>) => {
  const person = world.as(name);
  await person.type('quiet');
  await person.tap('Days I work, and time away');
  return person.submit(values);
};

const remind = async (world: TestWorld, values: Readonly<Record<string, string>>) => {
  const nair = world.as('Nair');
  await nair.type('remind');
  await nair.submit({ audience: 'everyone', ...values });
  const preview = await nair.readsModal();
  await nair.submit();
  return preview;
};

const ccgStore = async (world: TestWorld, name: string) => {
  await world.as(name).openHome();
  return world.as(name).readsHome();
};

describe('when people may be written to, as they say it', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it.each([
    [
      'no day at all',
      { days: '' },
      { days: 'Choose at least one day. To hear nothing for a while, ask for quiet time instead.' },
    ],
    [
      'a first day without a last',
      { from: '2026-09-14' },
      { until: 'Give the last day away as well, or leave both empty.' },
    ],
    [
      'a last day without a first',
      { until: '2026-09-14' },
      { from: 'Give the first day away as well, or leave both empty.' },
    ],
    [
      'a last day before the first',
      { from: '2026-09-14', until: '2026-09-11' },
      { until: 'The last day away comes before the first.' },
    ],
    [
      'a time that has passed',
      { from: '2026-08-03', until: '2026-08-14' },
      { until: expect.stringContaining('has passed already') },
    ],
    [
      'a time without end',
      { from: '2026-09-14', until: '2029-09-14' },
      { until: expect.stringContaining('within a year') },
    ],
  ])('%s is answered with a plain sentence, and the form stays open', async (_, values, errors) => {
    expect(await fillIn(world, 'Osei', values)).toMatchObject({ errors });
    await world.as('Osei').act('close');
  });

  it('the days somebody works are kept, said and shown again', async () => {
    await fillIn(world, 'Osei', { days: '3,5' });
    expect(await world.as('Osei').readsModal()).toContain('You work on Wednesdays and Fridays.');
    expect(await ccgStore(world, 'Osei')).toContain('You work on Wednesdays and Fridays.');
    await world.as('Osei').type('quiet');
    expect(await world.as('Osei').reads()).toContain('You work on Wednesdays and Fridays.');
  });

  it('a lead is told who gets it later, and a prompt waits for one of their days', async () => {
    await fillIn(world, 'Haddad', { from: '2026-09-07', until: '2026-09-10' });
    expect(await remind(world, { text: 'Please bring your calendars.' })).toContain(
      '2 people get it later: their week is full, they are away, or they asked for quiet.',
    );
    expect(await ccgStore(world, 'Osei')).toContain(
      'This week’s prompt: Wednesday at 12:45, because you are not there before.',
    );
    expect(await ccgStore(world, 'Morgan')).toContain(
      'This week’s prompt: today at 12:45. Asked of you this month: 10 seconds, of at most 180.',
    );
    await world.moveTo('2026-09-07T12:00:00Z');
    expect(await world.as('Morgan').reads()).toContain('calendars');
    expect(await ccgStore(world, 'Morgan')).toContain('This week’s prompt: had it today.');
    await world.moveTo('2026-09-09T12:00:00Z');
    expect(await world.as('Osei').reads()).toContain('calendars');
    expect(await ccgStore(world, 'Morgan')).toContain('This week’s prompt: had it on Monday.');
    expect(await world.as('Haddad').reads()).not.toContain('calendars');
  });

  it('what waits is placed anew when they say that they are away longer, and when they are back', async () => {
    expect(await ccgStore(world, 'Haddad')).toContain(
      'This week’s prompt: Friday at 12:45, because you are not there before.',
    );
    await fillIn(world, 'Haddad', { from: '2026-09-07', until: '2026-09-18' });
    expect(await ccgStore(world, 'Haddad')).toContain('You are away until Friday 18 September.');
    expect(await ccgStore(world, 'Haddad')).toContain(
      'One waits until Monday 21 September, because you are not there before.',
    );
    await world.as('Haddad').type('quiet');
    await world.as('Haddad').tap('Ask me again');
    expect(await world.as('Haddad').reads()).toContain(
      'Welcome back. You get our messages as usual.',
    );
    // the minute may come first
    expect(await ccgStore(world, 'Haddad')).toMatch(
      /This week’s prompt: (today at 13:00|had it today)\./,
    );
    expect(await ccgStore(world, 'Haddad')).not.toContain('You are away');
    await world.moveTo('2026-09-09T12:30:00Z');
    expect(await world.as('Haddad').reads()).toContain('calendars');
  });

  it('quiet asked for holds what is placed already, visibly', async () => {
    await remind(world, { text: 'Please read the minutes.' });
    expect(await ccgStore(world, 'Morgan')).toContain(
      'One waits until next week, because you get at most one a week.',
    );
    await world.as('Morgan').type('quiet');
    await world.as('Morgan').tap('A week');
    expect(await ccgStore(world, 'Morgan')).toContain(
      'You asked for quiet until Wednesday 16 September.',
    );
    expect(await ccgStore(world, 'Morgan')).toContain(
      'One waits until next week, because you asked for quiet.',
    );
  });
});

describe('where two compete for a week', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
    await remind(world, { text: 'Please look through the new directory.' });
  });
  afterAll(() => world?.close());

  it('the lead sees what moves before confirming, and the person reads why', async () => {
    const preview = await remind(world, { text: 'Please send your returns.', by: '2026-09-10' });
    expect(preview).toContain(
      '“Please look through the new directory.” moves to next week for 38 people.',
    );
    expect(await ccgStore(world, 'Osei')).toContain(
      'This week’s prompt: today at 12:45. One waits until next week, because something with ' +
        'an earlier date goes first.',
    );
  });

  it('what has a date comes first, and what could wait the week after', async () => {
    await world.moveTo('2026-09-07T12:00:00Z');
    expect(await world.as('Osei').reads()).toContain('returns');
    await world.moveTo('2026-09-14T12:00:00Z');
    expect(await world.as('Osei').reads()).toContain('directory');
  });

  it(
    'what was sent already gives way to nothing, and who has no room before the day is not ' +
      'asked',
    async () => {
      const nair = world.as('Nair');
      await nair.type('remind');
      expect(
        await nair.submit({
          audience: 'everyone',
          text: 'Please come on Wednesday.',
          by: '2026-09-16',
        }),
      ).toMatchObject({
        errors: { audience: expect.stringContaining('Give it more time') },
      });
      await nair.act('close');
    },
  );
});

describe('those who have not replied', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
    await world.as('Osei').type('claim lead');
    const nair = world.as('Nair');
    await nair.type('survey');
    await nair.submit({ closes: '2026-09-28', chases: '2' });
    await nair.submit();
    await world.moveTo('2026-09-07T12:00:00Z');
  });
  afterAll(() => world?.close());

  const asked = async (name: string) =>
    (await world.as(name).messages()).filter(({ text }) => text.includes('How are we doing?'))
      .length;

  it(
    'are asked no second time where their practice has a lighter touch, as one of its own ' +
      'leads chose',
    async () => {
      const osei = world.as('Osei');
      await osei.type('quiet practice');
      expect(await osei.reads()).toContain('*A lighter touch for Riverside Surgery?*');
      await osei.tap('A busy time');
      expect(await osei.reads()).toContain(
        'Riverside Surgery has a lighter touch from now on, for this reason: a busy time.',
      );
      await osei.tap('By its wish'); // a second tap begins nothing anew
      expect(
        await sql(
          world.databaseUrl,
          `SELECT 1 AS n FROM "Change" WHERE kind = 'lighter_touch_set'`,
        ),
      ).toHaveLength(1);
      await world.moveTo('2026-09-14T12:00:00Z');
      expect([await asked('Morgan'), await asked('Ellery')]).toEqual([1, 2]);
      expect(await world.as('Ellery').reads()).toContain(
        '“Not now” is an answer, and we will not ask again.',
      );
    },
  );

  it('are asked a second time in a later week, and told that it is the last', async () => {
    await world.as('Baird').tap('Not now');
    await world.moveTo('2026-09-21T12:00:00Z');
    expect([await asked('Morgan'), await asked('Ellery'), await asked('Baird')]).toEqual([1, 3, 2]);
    expect(await world.as('Ellery').reads()).toContain(
      'You may have missed this. This is the last time we ask.',
    );
    await world.as('Nair').openHome();
    expect(await world.as('Nair').readsHome()).toMatch(
      /\d+ of them asked once more and \d+ a second time/,
    );
  });

  it('are asked no third time', async () => {
    await sql(world.databaseUrl, `UPDATE "Round" SET "closesAt" = '2026-10-20T17:00:00Z'`);
    await world.moveTo('2026-10-12T12:00:00Z');
    expect(await asked('Ellery')).toBe(3);
  });

  it('a lead begins and ends it from the practice’s card; members see neither', async () => {
    await world.as('Nair').type('who riverside');
    expect(await world.as('Nair').reads()).toContain('It has a lighter touch');
    await world.as('Nair').tap('End the lighter touch');
    expect(await world.as('Nair').reads()).toContain(
      'The lighter touch for Riverside Surgery has ended.',
    );
    await world.as('Haddad').type('who riverside');
    expect(await world.as('Haddad').reads()).not.toMatch(/lighter touch|asked less/);
    await world.as('Haddad').type('quiet practice');
    expect(await world.as('Haddad').reads()).toContain(
      'That is for a practice’s own confirmed practice leads.',
    );
  });

  it('nobody chooses it for a practice they do not lead', async () => {
    await world.as('Haddad').type('claim lead');
    const message = (await world.as('Haddad').messages()).at(-1);
    const value = JSON.stringify({ practice: 'Y99001', on: true });
    const target = {
      channel: message?.channel,
      ts: message?.ts,
      actionId: 'lighter_touch.Y99001.true',
      value,
    };
    await world.as('Haddad').act('tap', target);
    expect(await world.as('Haddad').reads()).toContain(
      'Only an engagement lead, or a confirmed practice lead of the practice itself',
    );
    expect(
      await sql(world.databaseUrl, 'SELECT 1 AS n FROM "Practice" WHERE "lightSince" IS NOT NULL'),
    ).toEqual([]);
  });
});
