import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openHouse } from '../../support/bot/slack-context.ts';
import { sql } from '../../support/database/database.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house?.close());

it('a reminder that is planned for a day goes out on that day, and once every month from then on', async () => {
  const nair = house.as('Nair');
  await nair.type('remind');
  await nair.submit({ text: 'Please look over your entry.', audience: 'everyone', when: '2026-09-15', repeat: 'monthly' });
  await nair.submit();
  const sent = async () => Number((await sql(house.databaseUrl, 'SELECT count(*)::int AS n FROM "Reminder"'))[0]?.['n']);
  await house.moveTo('2026-09-14T12:00:00Z');
  expect(await sent()).toBe(0);
  await house.moveTo('2026-09-15T11:00:00Z');
  await house.moveTo('2026-09-15T12:00:00Z');
  expect(await house.as('Osei').reads()).toContain('Please look over your entry.');
  await house.moveTo('2026-09-16T12:00:00Z');
  expect(await sent()).toBe(1);
  await house.moveTo('2026-10-15T09:00:00Z');
  expect(await sent()).toBe(2);
});
