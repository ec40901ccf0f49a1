import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG } from '../../../src/demo.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';

describe('coming, being confirmed, having peace, and going', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  it('a stranger is told how to join, whatever they ask for', async () => {
    const vale = world.as('Vale');
    for (const words of ['claim lead', 'who diabetes', 'me', 'survey', 'quiet']) {
      await vale.type(words);
      expect(await vale.reads(), words).toContain(
        'You are not on a practice’s list here yet. Type “/ccg join”',
      );
    }
    await vale.openHome();
    expect(await vale.readsHome()).toContain('Find my practice');
  });

  it('a stranger may read help and who sees what', async () => {
    const vale = world.as('Vale');
    await vale.type('help');
    expect(await vale.reads()).toContain('/ccg privacy');
    expect(await vale.reads()).not.toContain('/ccg survey');
    await vale.type('privacy');
    expect(await vale.reads()).toContain('Nothing about patients belongs here');
  });

  it('joining finds the practice by part of its town, and asks for one thing more', async () => {
    const vale = world.as('Vale');
    await vale.type('join');
    expect(await vale.submit({ words: 'nowhere at all' })).toMatchObject({
      errors: { words: expect.stringContaining('No practice here sounds like that') },
    });
    await vale.submit({ words: 'saltmarsh' });
    await vale.submit({ practice: '99Z/Y99007', profession: 'gp' });
    expect(await vale.readsModal()).toContain(
      'You are on the list of Saltmarsh Surgery, to be confirmed by the CCG',
    );
  });

  it('a practice that has closed says when', async () => {
    const vale = world.as('Vale');
    await vale.type('join old station');
    expect(await vale.submit({ practice: '99Z/Y99090', profession: 'gp' })).toMatchObject({
      errors: {
        practice: expect.stringContaining(
          'Old Station Surgery closed on Sunday 31 March 2024. Dr Pemberton and Partners is ' +
            'at its address now.',
        ),
      },
    });
  });

  it('someone who joined by hand takes a role to be confirmed, and everyone can see that', async () => {
    const vale = world.as('Vale');
    await vale.type('claim lead');
    expect(await vale.reads()).toContain(
      'You are down as Practice lead for Saltmarsh Surgery, to be confirmed by the CCG',
    );
    await world.as('Osei').type('who saltmarsh');
    expect(await world.as('Osei').reads()).toContain('_(to be confirmed)_');
  });

  it('a lead confirms the role, and with it the person, in one tap', async () => {
    const nair = world.as('Nair');
    await nair.openHome();
    expect(await nair.readsHome()).toContain(
      'Dr Robin Vale (<@U0VALE>) says they work at Saltmarsh Surgery',
    );
    await nair.tapHome('Confirm');
    await world.as('Osei').type('who saltmarsh');
    expect(await world.as('Osei').reads()).not.toContain('to be confirmed');
    await nair.openHome();
    expect(await nair.readsHome()).not.toContain('says they work at');
  });

  it('quiet time holds a prompt back until it is over', async () => {
    const solberg = world.as('Solberg');
    await solberg.type('quiet');
    await solberg.tap('A week');
    expect(await solberg.reads()).toContain('You hear nothing from us until Monday 14 September');
    const nair = world.as('Nair');
    await nair.type('survey');
    await nair.submit();
    expect(await nair.readsModal()).toContain(
      '1 person gets it later: their week is full, they are away, or they asked for quiet.',
    );
    await nair.submit();
    await world.moveTo('2026-09-07T12:30:00Z');
    expect(await solberg.reads()).not.toContain('1 of 3');
    await world.moveTo('2026-09-14T12:30:00Z');
    expect(await solberg.reads()).toContain('1 of 3');
  });

  it('quiet asked for after a prompt was planned holds it back too', async () => {
    const ashworth = world.as('Ashworth');
    await ashworth.type('remind');
    await ashworth.submit({ text: 'Please bring your calendars.', audience: 'profession:gp' });
    await ashworth.submit();
    const bright = world.as('Bright');
    await bright.type('quiet');
    await bright.tap('A month');
    await world.moveTo('2026-09-29T12:30:00Z');
    expect(await bright.reads()).not.toContain('calendars');
    expect(await world.as('Desai').reads()).toContain('calendars');
  });

  it('a role is given back in a tap, with thanks, and the seat is free', async () => {
    const vale = world.as('Vale');
    await vale.type('release');
    await vale.tap('Give back');
    expect(await vale.reads()).toContain(
      'Thank you for all you did as Practice lead for Saltmarsh Surgery',
    );
    await world.as('Osei').type('who saltmarsh');
    expect(await world.as('Osei').reads()).toContain('2 free seats');
  });

  it('a button from before the role was given back changes nothing, and says so', async () => {
    const vale = world.as('Vale');
    await vale.tap('Give back');
    expect(await vale.reads()).toContain(
      'You do not hold this role any more, so nothing was changed',
    );
  });

  it(
    'leaving frees the roles, empties the row, and a later roster does not bring the person ' +
      'back',
    async () => {
      const roth = world.as('Roth');
      await roth.type('claim cancer');
      await roth.type('leave');
      await roth.tap('Take me off the list');
      expect(await roth.reads()).toContain('your details are deleted');
      await world.as('Osei').type('who cancer');
      expect(await world.as('Osei').reads()).not.toContain('Roth');
      expect(
        (await world.ccgStore.register()).members.some(({ name }) => name.includes('Roth')),
      ).toBe(false);
      const { setUpDemo } = await import('../../../src/demo.ts');
      await setUpDemo(world.store, new Date('2026-10-01'));
      expect(
        (await world.ccgStore.register()).members.some(({ email }) => email?.includes('roth')),
      ).toBe(false);
      await roth.type('me');
      expect(await roth.reads()).toContain('You are not on a practice’s list here yet');
    },
  );

  it('nobody’s button works for somebody else', async () => {
    const [osei, haddad] = [world.as('Osei'), world.as('Haddad')];
    await osei.type('claim lead');
    const register = await world.ccgStore.register();
    const own = register.holdings.find(({ person }) => person.name.includes('Osei'));
    const message = (await haddad.messages()).at(-1);
    await haddad.act('tap', {
      channel: message?.channel,
      ts: message?.ts,
      actionId: `release_seat.${own?.id}`,
      value: JSON.stringify({ id: own?.id }),
    });
    expect((await world.ccgStore.register()).holdings.some(({ id }) => id === own?.id)).toBe(true);
    expect(await haddad.reads()).toContain('You do not hold this role');
  });

  it('what is for engagement leads is refused to members, with whom to ask', async () => {
    const osei = world.as('Osei');
    for (const words of ['survey', 'remind', 'summary', 'vacancies']) {
      await osei.type(words);
      expect(await osei.reads(), words).toContain(
        `That is for the engagement leads of ${DEMO_CCG.name}`,
      );
    }
  });

  it('a command that is not known gets a suggestion', async () => {
    const osei = world.as('Osei');
    await osei.type('clame diabetes');
    expect(await osei.reads()).toContain('Did you mean “/ccg claim”?');
    await osei.type('xyzzy');
    expect(await osei.reads()).toContain('“/ccg help” lists what I understand');
    await osei.type('who <!channel>');
    expect(await osei.reads()).toContain('&lt;!channel&gt;');
  });
});
