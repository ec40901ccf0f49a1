import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { sql } from '../../support/database/database.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world?.close());

it(
  'a reminder that is planned for a day goes out on that day, and once every month from then ' +
    'on',
  async () => {
    const nair = world.as('Nair');
    await nair.type('remind');
    await nair.submit({
      text: 'Please look over your entry.',
      audience: 'everyone',
      when: '2026-09-15',
      repeat: 'monthly',
    });
    await nair.submit();
    const sent = async () =>
      Number((await sql(world.databaseUrl, 'SELECT count(*)::int AS n FROM "Reminder"'))[0]?.['n']);
    await world.moveTo('2026-09-14T12:00:00Z');
    expect(await sent()).toBe(0);
    await world.moveTo('2026-09-15T11:00:00Z');
    await world.moveTo('2026-09-15T12:00:00Z');
    expect(await world.as('Osei').reads()).toContain('Please look over your entry.');
    await world.moveTo('2026-09-16T12:00:00Z');
    expect(await sent()).toBe(1);
    await world.moveTo('2026-10-15T09:00:00Z');
    expect(await sent()).toBe(2);
  },
);
