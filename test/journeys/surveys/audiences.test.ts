import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';

describe('whom a lead can choose', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
    await world.as('Osei').type('claim lead');
  });
  afterAll(() => world?.close());
  const remind = async (values: Record<string, string>) => {
    const nair = world.as('Nair');
    await nair.type('remind');
    const answer = await nair.submit({
      text: 'Please look over your practice’s entry.',
      ...values,
    });
    return { answer, text: await nair.readsModal() };
  };

  it('a practice is found by a part of its name, and narrows any group', async () => {
    const { text } = await remind({ audience: 'profession:gp', practice: 'riverside' });
    expect(text).toContain('This asks 2 people');
    expect(text).toContain('All GPs, only at Riverside Surgery');
  });

  it('several hits are listed, and none is said plainly, beside the field', async () => {
    const { answer } = await remind({ practice: 'surgery' });
    expect(answer.errors?.['practice']).toBe(
      '“surgery” could be High Wold Surgery, Kingfisher Surgery, Market Square Surgery, ' +
        'Riverside Surgery or Saltmarsh Surgery. Type more of the name.',
    );
    const many = await remind({ practice: 'fernshire' });
    expect(many.answer.errors?.['practice']).toMatch(/ or \d+ more\./);
    const none = await remind({ practice: 'Xylophone' });
    expect(none.answer.errors?.['practice']).toContain('No practice here sounds like “Xylophone”.');
  });

  it('the people of practices without a lead leave out those that have one', async () => {
    const { text } = await remind({ audience: 'without_lead' });
    expect(text).toContain('Practices without a practice lead');
    const { answer } = await remind({ audience: 'without_lead', practice: 'riverside' });
    expect(answer.errors?.['audience']).toContain('Nobody is in this audience yet');
  });

  it(
    'those who have not replied to an anonymous round can be reminded, and its answers stay ' +
      'unread',
    async () => {
      const nair = world.as('Nair');
      await nair.type('survey');
      await nair.submit({
        template: 'member_pulse',
        audience: 'locality:Harbourside',
        names: 'anonymous',
        chases: '0',
      });
      await nair.submit();
      await world.moveTo('2026-09-07T12:00:00Z');
      const round = (await world.ccgStore.rounds.recent(1))[0];
      const reached = round?.turnout.length ?? 0;
      expect(reached).toBeGreaterThan(9);
      const member = round?.turnout[0]?.personId ?? '';
      const name =
        (await world.ccgStore.register()).members.find(({ id }) => id === member)?.name ?? '';
      for (const label of ['Mostly', 'Mostly', 'Yes']) await world.as(name).tap(label);
      const { text } = await remind({ audience: `silent:${round?.id}` });
      expect(text).toContain(`This asks ${reached - 1} people`);
      expect(text).toContain('No reply yet to: How are we doing?');
    },
  );

  it('they are not asked with names, which would tell who they are', async () => {
    const round = (await world.ccgStore.rounds.recent(1))[0];
    const nair = world.as('Nair');
    await nair.type('survey');
    expect(await nair.submit({ audience: `silent:${round?.id}`, names: 'named' })).toMatchObject({
      errors: { audience: expect.stringContaining('would tell who had not replied') },
    });
  });
});

describe('what a lead writes', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('is refused where it is a matter of contracts, with whose it is', async () => {
    const nair = world.as('Nair');
    await nair.type('remind');
    expect(await nair.submit({ text: 'Without a reply we send a breach notice.' })).toMatchObject({
      errors: {
        text: expect.stringContaining('contracts are held by NHS England. Nothing was saved'),
      },
    });
  });

  it('is refused where it holds patient data', async () => {
    expect(await world.as('Nair').submit({ text: 'About 943 476 5919' })).toMatchObject({
      errors: { text: expect.stringContaining('an NHS number') },
    });
  });
});
