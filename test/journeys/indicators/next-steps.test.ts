import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { sql } from '../../support/database/database.ts';

describe('next steps, and a lighter touch', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
    await world.as('Osei').type('claim lead');
  });
  afterAll(() => world?.close());
  const lineOf = async (practice: string) => {
    const nair = world.as('Nair');
    await nair.type('practices');
    return new RegExp(`\\*${practice}\\*\n.*\n(.*)`).exec(await nair.reads())?.[1];
  };

  it('each practice has one next step in the list', async () => {
    expect(await lineOf('Riverside Surgery')).toBe(
      '_Next step:_ thank it, and learn from what works there',
    );
    expect(await lineOf('Harbour Health Centre')).toBe(
      '_Next step:_ offer help, in a conversation',
    );
    expect(await lineOf('Kingfisher Surgery')).toBe('_Next step:_ ask for the missing figures');
    expect(await lineOf('Abbey Medical Centre')).toBe(
      '_Next step:_ leave it in peace, and keep the door open',
    );
  });

  it('on a lead’s Home the step leads to the practice and its figures in one tap', async () => {
    const nair = world.as('Nair');
    await nair.openHome();
    expect(await nair.readsHome()).toContain('*Offer help, in a conversation*');
    await nair.tapHome('Harbour Health Centre');
    expect(await nair.readsModal()).toContain('1,545 among 12,650');
    expect(await nair.readsModal()).toContain(
      'Outside its limits in two periods running: worth a conversation.',
    );
    await nair.act('close');
  });

  it('the rest of a step is one tap away, and a practice of it two', async () => {
    const nair = world.as('Nair');
    await nair.tapHome('All 9');
    expect(await nair.readsModal()).toContain('Lighthouse Practice');
    expect(await nair.readsModal()).not.toContain('Harbour Health Centre');
    await nair.tapModal('Open');
    expect(await nair.readsModal()).toContain('Figures of Abbey Medical Centre');
    await nair.act('close');
  });

  it('looks at figures do not crowd what happened lately, and are in the history', async () => {
    const nair = world.as('Nair');
    await nair.openHome();
    expect(await nair.readsHome()).not.toContain('looked at the figures');
    await nair.type('history');
    expect(await nair.reads()).toContain(
      'Priya Nair looked at the figures of Harbour Health Centre',
    );
  });

  it('messages that wait are counted on a lead’s Home', async () => {
    const nair = world.as('Nair');
    for (const text of ['Please read the minutes.', 'Please read the agenda.']) {
      await nair.type('remind');
      await nair.submit({ audience: 'everyone', text });
      await nair.submit();
      await nair.act('close');
    }
    await nair.openHome();
    expect(await nair.readsHome()).toMatch(/\*Messages\*\n\d+ held back \(weekly limit\)\./);
  });

  it(
    'a lighter touch is suggested to leads for a quiet practice inside its limits, and begins ' +
      'only when chosen',
    async () => {
      await world.moveTo('2026-12-08T09:00:00Z');
      expect(await lineOf('Abbey Medical Centre')).toContain('a lighter touch may suit it');
      expect(await lineOf('Harbour Health Centre')).not.toContain('lighter touch');
      expect(await lineOf('Kingfisher Surgery')).not.toContain('lighter touch');
      expect(
        await sql(
          world.databaseUrl,
          'SELECT 1 AS n FROM "Practice" WHERE "lightSince" IS NOT NULL',
        ),
      ).toEqual([]);
    },
  );

  it('chosen with a reason, its own lead sees it on Home and ends it in one tap', async () => {
    const nair = world.as('Nair');
    await nair.type('who riverside');
    await nair.tap('Lighter touch');
    expect(await nair.reads()).toContain('If so, why?');
    await nair.tap('It takes part in other ways');
    expect(await nair.reads()).toContain(
      'from now on, for this reason: it takes part in other ways.',
    );
    const osei = world.as('Osei');
    await osei.openHome();
    expect(await osei.readsHome()).toContain(
      'It has a lighter touch, for this reason: it takes part in other ways.',
    );
    await osei.tapHome('End the lighter touch');
    expect(await osei.readsModal()).toContain('The lighter touch for Riverside Surgery has ended.');
    await expect.poll(osei.readsHome).not.toContain('It has a lighter touch');
    await nair.type('history');
    expect(await nair.reads()).toContain(
      'Priya Nair chose a lighter touch for Riverside Surgery, for this reason: it takes ' +
        'part in other ways.',
    );
    expect(await nair.reads()).toContain(
      'Dr Amara Osei ended the lighter touch for Riverside Surgery',
    );
  });
});
