import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { sql } from '../../support/database/database.ts';

describe('what a lead sees of practices, beyond chat', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());
  const lineOf = async (practice: string) => {
    const nair = world.as('Nair');
    await nair.type('practices');
    return new RegExp(`\\*${practice}\\*\n(.*)`).exec(await nair.reads())?.[1];
  };

  it('practices that have been on the list for a day are not called quiet', async () => {
    expect(await lineOf('Riverside Surgery')).toBe('Nothing known yet');
    expect(await world.as('Nair').reads()).toContain('That is no judgement of its work');
  });

  it('a visit is noted in one tap from the practice’s card, and counts', async () => {
    const nair = world.as('Nair');
    await nair.type('who riverside');
    await nair.tap('Note a visit');
    expect(await nair.reads()).toContain('Noted: a visit to Riverside Surgery, today.');
    expect(await lineOf('Riverside Surgery')).toBe('Last: a visit, today');
  });

  it('a second tap on the same day notes nothing twice, and a slip is taken back', async () => {
    const nair = world.as('Nair');
    await nair.tap('Note a visit');
    expect(await sql(world.databaseUrl, 'SELECT count(*)::int AS n FROM "Contact"')).toEqual([
      { n: 1 },
    ]);
    await nair.tap('Undo');
    expect(await nair.reads()).toContain('Taken back');
    expect(await lineOf('Riverside Surgery')).toBe('Nothing known yet');
    await nair.type('history');
    expect(await nair.reads()).toContain('Priya Nair noted a visit to Riverside Surgery');
    expect(await nair.reads()).toContain('Priya Nair took back a note about Riverside Surgery');
  });

  it('from the list of practices, a call is noted on the practice’s card', async () => {
    const nair = world.as('Nair');
    await nair.openHome();
    await nair.tapHome('Practices');
    await nair.tapModal('Open');
    await nair.tapModal('Note a call');
    expect(await nair.readsModal()).toContain('Noted: a call with Abbey Medical Centre, today.');
    await nair.tapModal('Undo');
    await nair.act('close');
  });

  it('a member sees no such buttons', async () => {
    const osei = world.as('Osei');
    await osei.type('who abbey');
    expect(await osei.reads()).not.toContain('Note a');
    await osei.type('practices');
    expect(await osei.reads()).toContain('That is for the engagement leads');
  });

  it('a role that is taken is a sign', async () => {
    await world.as('Haddad').type('claim lead');
    expect(await lineOf('Abbey Medical Centre')).toBe(
      'Last: a role taken, kept or given back, today',
    );
  });

  it(
    'a reply to an anonymous survey is one from the day it closes, whatever it was and whoever ' +
      'gave it',
    async () => {
      const nair = world.as('Nair');
      await nair.type('survey');
      await nair.submit({
        template: 'member_pulse',
        audience: 'everyone',
        names: 'anonymous',
        closes: '2026-09-14',
        chases: '0',
      });
      await nair.submit();
      await nair.act('close');
      await world.moveTo('2026-09-07T12:00:00Z');
      await world.as('Osei').tap('Mostly');
      expect(await lineOf('Riverside Surgery')).toBe('Nothing known yet');
      await world.moveTo('2026-09-15T09:00:00Z');
      expect(await lineOf('Riverside Surgery')).toBe('Last: a reply, Monday 14 September');
    },
  );

  it('a practice without a sign for 90 days is quiet in chat, until a lead has been there', async () => {
    await world.moveTo('2026-12-07T09:00:00Z');
    expect(await lineOf('Kingfisher Surgery')).toBe('Quiet in chat since Monday 7 September');
    expect(await lineOf('Riverside Surgery')).toBe('Last: a reply, Monday 14 September');
    const nair = world.as('Nair');
    await nair.type('who kingfisher');
    await nair.tap('Note a meeting');
    expect(await lineOf('Kingfisher Surgery')).toBe('Last: a meeting, today');
  });
});
