import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type House, openHouse } from '../support/house.ts';

describe('the main job', () => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse();
  });
  afterAll(() => house?.close());

  it('a GP claims their practice’s lead role, and everyone can look it up', async () => {
    const osei = house.as('Osei');
    await osei.type('claim lead');
    expect(await osei.reads()).toContain('You are now Practice lead for Riverside Surgery');
    await osei.type('who riverside');
    expect(await osei.reads()).toContain('Dr Amara Osei');
  });

  it('a lead asks, the clock moves, a GP answers in three taps', async () => {
    const nair = house.as('Nair');
    await nair.type('survey');
    await nair.submit();
    expect(await nair.readsModal()).toContain('for 30 seconds each');
    await nair.submit();
    expect(await nair.readsModal()).toContain('It goes out today at 12:45');
    await house.moveTo('2026-09-07T12:00:00Z');
    const osei = house.as('Osei');
    expect(await osei.reads()).toContain('1 of 3');
    await osei.tap('Mostly');
    await osei.tap('Not really');
    await osei.tap('Yes');
    expect(await osei.reads()).toContain('Thank you');
  });
});
