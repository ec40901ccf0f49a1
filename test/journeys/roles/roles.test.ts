import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsIn } from '../../../src/sandbox/reading.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';

/** A house for each story: what one changes, another does not meet. */
const story = (name: string, tell: (world: () => TestWorld) => void) =>
  describe(name, () => {
    let world: TestWorld;
    beforeAll(async () => {
      world = await openWorld();
    });
    afterAll(() => world?.close());
    tell(() => world);
  });

const WEDNESDAY = '2026-09-09T09:00:00Z';

story('a seat passes from one colleague to another', (world) => {
  const as = (name: string) => world().as(name);

  it('its holder names a colleague, who is asked at once, though the sending window is closed', async () => {
    await world().moveTo(WEDNESDAY);
    await as('Osei').type('claim lead');
    await as('Osei').type('handover @Dr Rhys Morgan');
    expect(await as('Osei').reads()).toContain(
      'Dr Rhys Morgan is asked whether they would like to take on Practice lead for ' +
        'Riverside Surgery, and has until Wednesday 23 September',
    );
    await expect
      .poll(() => as('Morgan').reads())
      .toContain('would like to hand Practice lead for Riverside Surgery on to you');
    expect(await as('Morgan').reads()).toContain('I am the engagement bot of NHS Fernshire CCG');
    await as('Osei').type('who riverside');
    expect(await as('Osei').reads()).toContain('Dr Amara Osei');
  });

  it('one tap moves it, and both are thanked', async () => {
    await as('Morgan').tap('Yes, I take it on');
    expect(await as('Morgan').reads()).toContain(
      'Thank you. Practice lead for Riverside Surgery has passed from Dr Amara Osei to you.',
    );
    await expect
      .poll(() => as('Osei').reads())
      .toContain('Dr Rhys Morgan has taken on Practice lead for Riverside Surgery');
    const { holdings } = await world().ccgStore.register();
    expect(holdings.map(({ person, seat, confirmed }) => [person.name, seat, confirmed])).toEqual([
      ['Dr Rhys Morgan', 1, true],
    ]);
  });

  it('an offer that is not wanted is declined kindly, and the seat stays', async () => {
    await as('Morgan').type('handover Carver');
    await expect.poll(() => as('Carver').reads()).toContain('would like to hand');
    await as('Carver').tap('Not now');
    expect(await as('Carver').reads()).toContain('That is fine');
    await expect
      .poll(() => as('Morgan').reads())
      .toContain('Helen Carver would rather not take on');
  });

  it('an offer that nobody answers ends by itself after two weeks, and its message says so', async () => {
    await as('Morgan').type('handover @Martin Doyle');
    await expect.poll(() => as('Doyle').reads()).toContain('would like to hand');
    await world().moveTo('2026-09-24T09:00:00Z');
    await expect
      .poll(() => as('Morgan').reads())
      .toContain('Nobody has replied about Practice lead for Riverside Surgery');
    await expect
      .poll(() => as('Doyle').reads())
      .toContain('This has lapsed, so nothing was changed');
    expect((await world().ccgStore.register()).holdings).toHaveLength(1);
  });

  it.each([
    ['oneself', 'Dr Rhys Morgan', 'That is you.'],
    ['a stranger', 'Dr Robin Vale', 'not on a practice’s list here yet'],
    [
      'somebody of another practice',
      'Dr Leila Haddad',
      'Dr Leila Haddad is not on that practice’s list',
    ],
  ])('handing it to %s is refused in a sentence', async (_, name, words) => {
    await as('Morgan').type(`handover @${name}`);
    expect(await as('Morgan').reads()).toContain(words);
    await as('Morgan').type('handover');
    await as('Morgan').tap('Hand over');
    const colleague = as(name).id;
    expect(await as('Morgan').submit({ colleague })).toMatchObject({
      errors: { colleague: expect.stringContaining(words) },
    });
  });

  it('a profession that may not hold a role is refused it', async () => {
    await as('Haddad').type('claim diabetes');
    await as('Haddad').type('handover @Joan Pritchard');
    expect(await as('Haddad').reads()).toContain(
      'Diabetes lead is for a GP, nurse, pharmacist or allied health professional',
    );
  });

  it('when all seats are taken, one tap asks their holders, and one tap hands on', async () => {
    await as('Osei').type('claim lead');
    await as('Carver').type('claim lead');
    expect(await as('Carver').reads()).toContain(
      'Both seats are taken: Practice lead for Riverside Surgery is Dr Rhys Morgan and Dr ' +
        'Amara Osei',
    );
    await as('Carver').tap('Ask to take over');
    await as('Carver').tap('Ask to take over');
    expect(await as('Carver').reads()).toContain('You have asked already');
    await expect.poll(() => as('Morgan').reads()).toContain('Helen Carver');
    await as('Morgan').tap('Yes, I hand it on');
    expect(await as('Morgan').reads()).toContain('Helen Carver takes over from here');
    await expect
      .poll(() => as('Carver').reads())
      .toContain('You are now Practice lead for Riverside Surgery');
    await as('Osei').tap('Yes, I hand it on');
    expect(await as('Osei').reads()).toContain('This has been answered already');
    const names = (await world().ccgStore.register()).holdings
      .filter(({ practiceCode }) => practiceCode === 'Y99001')
      .map(({ person }) => person.name);
    expect(names.sort()).toEqual(['Dr Amara Osei', 'Helen Carver']);
  });

  it('a role that does not exist is answered with those that come near', async () => {
    await as('Osei').type('claim diabeetus');
    expect(await as('Osei').reads()).toMatch(/Diabetes lead/);
    await as('Osei').type('claim resperatry');
    expect(await as('Osei').reads()).toMatch(/Respiratory lead/);
    await as('Osei').type('claim astronaut');
    expect(await as('Osei').reads()).toContain('No role here sounds like “astronaut”');
  });
});

story('a post of the leadership waits for one tap of an engagement lead', (world) => {
  const as = (name: string) => world().as(name);

  it('who takes it is told so, and the engagement leads are asked', async () => {
    await world().moveTo(WEDNESDAY);
    await as('Pemberton').type('claim chair');
    expect(await as('Pemberton').reads()).toContain('to be confirmed by the CCG');
    await expect.poll(() => as('Nair').reads()).toContain('has taken Chair.* Is that right?');
    await expect.poll(() => as('Ashworth').reads()).toContain('has taken Chair.* Is that right?');
  });

  it('the first tap confirms it, and the second says that it is done', async () => {
    await as('Nair').tap('Confirm');
    expect(await as('Nair').reads()).toContain('Confirmed: Dr Judith Pemberton, Chair');
    await expect.poll(() => as('Pemberton').reads()).toContain('You are confirmed as Chair');
    await as('Ashworth').tap('Confirm');
    expect(await as('Ashworth').reads()).toContain('This has been answered already');
  });

  it('it is confirmed for three years, and four weeks before their end its holder is asked', async () => {
    const [chair] = (await world().ccgStore.register()).holdings;
    expect(chair?.confirmed).toBe(true);
    expect(chair?.termEndsAt?.toISOString()).toContain('2029-09-09T09:00');
  });
});

story('terms', (world) => {
  const as = (name: string) => world().as(name);
  const holdings = async () => (await world().ccgStore.register()).holdings;

  it('are asked about four weeks before their end, as that week’s one prompt', async () => {
    await as('Osei').type('claim lead');
    await as('Haddad').type('claim lead');
    await as('Reid').type('claim lead');
    await world().moveTo('2028-08-14T12:00:00Z');
    const asked = (await as('Haddad').messages()).find(({ text }) => text.includes('Your term'));
    // the first sending time of the four weeks
    expect(new Date(Number(asked?.ts) * 1000).toISOString()).toContain('2028-08-10T11:45');
    expect(await as('Osei').reads()).toContain(
      'Your term as Practice lead for Riverside Surgery ends on Thursday 7 September',
    );
    expect(await as('Haddad').reads()).toContain(
      'Your term as Practice lead for Abbey Medical Centre',
    );
  });

  it('“Still me” is one tap, and begins the next', async () => {
    const asked = (await as('Osei').messages()).at(-1);
    const again = buttonsIn(asked?.blocks ?? []).find(({ label }) => label === 'Still me');
    await as('Osei').tap('Still me');
    const value = JSON.stringify({ id: again?.actionId.split('.')[1] });
    // an old copy adds no second term
    await as('Osei').act('tap', {
      channel: asked?.channel,
      ts: asked?.ts,
      actionId: again?.actionId,
      value,
    });
    expect(await as('Osei').reads()).toContain(
      'Thank you. You go on as Practice lead for Riverside Surgery',
    );
    const osei = (await holdings()).find(({ person }) => person.name.includes('Osei'));
    expect(osei?.termEndsAt?.toISOString()).toContain('2030-09-07T08:00');
  });

  it('“Step down” is one tap, and thanks', async () => {
    await as('Reid').tap('Step down');
    expect(await as('Reid').reads()).toContain('Thank you for all you did as Practice lead');
  });

  it('silence removes nobody: it shows as to be confirmed, once, and one tap makes it right', async () => {
    await world().moveTo('2028-09-08T12:00:00Z');
    expect((await holdings()).find(({ person }) => person.name.includes('Haddad'))).toMatchObject({
      confirmed: false,
    });
    await as('Nair').openHome();
    expect(await as('Nair').readsHome()).toContain(
      'Dr Leila Haddad (<@U0HADDAD>): Practice lead for Abbey Medical Centre',
    );
    await as('Nair').tapHome('Confirm');
    expect((await holdings()).find(({ person }) => person.name.includes('Haddad'))).toMatchObject({
      confirmed: true,
      termEndsAt: expect.any(Date),
    });
    await world().moveTo('2028-09-20T12:00:00Z');
    expect(
      (await as('Haddad').messages()).filter(({ text }) => text.includes('Your term')),
    ).toHaveLength(1);
  });
});

story('cover', (world) => {
  const as = (name: string) => world().as(name);

  it('a colleague agrees with one tap, and everyone can see it', async () => {
    await world().moveTo(WEDNESDAY);
    await as('Osei').type('claim lead');
    await as('Osei').type('cover @Rhys Morgan until 2 Oct');
    expect(await as('Osei').reads()).toContain(
      'Dr Rhys Morgan is asked to stand in for you until Friday 2 October',
    );
    await expect
      .poll(() => as('Morgan').reads())
      .toContain('asks you to stand in until Friday 2 October');
    await as('Morgan').tap('Yes, I stand in');
    await expect
      .poll(() => as('Osei').reads())
      .toContain('Dr Rhys Morgan stands in for you until Friday 2 October');
    await as('Haddad').type('who riverside');
    expect(await as('Haddad').reads()).toContain(
      'away until Friday 2 October: Dr Rhys Morgan (<@U0MORGAN>) stands in',
    );
  });

  it('what the role is asked goes to the deputy, and nothing to the one who is away', async () => {
    await as('Nair').type('remind');
    await as('Nair').submit({
      text: 'Please look over your entry.',
      audience: 'level:practice_lead',
    });
    await as('Nair').submit();
    await world().moveTo('2026-09-22T12:00:00Z');
    expect(await as('Morgan').reads()).toContain('Please look over your entry');
    expect(await as('Osei').reads()).not.toContain('Please look over your entry');
  });

  it('it ends by itself, and the seat was theirs throughout', async () => {
    await world().moveTo('2026-10-03T09:00:00Z');
    await as('Haddad').type('who riverside');
    expect(await as('Haddad').reads()).not.toContain('stands in');
    expect((await world().ccgStore.register()).holdings[0]?.person.name).toBe('Dr Amara Osei');
  });

  it.each([
    ['a day that has passed', 'cover @Rhys Morgan until 1 September 2026', 'That day has passed'],
    ['a day over a year away', 'cover @Rhys Morgan until 12 December 2028', 'over a year away'],
    ['no day at all', 'cover @Rhys Morgan', 'Until when?'],
    ['oneself', 'cover @Amara Osei until Friday', 'That is you.'],
    ['a stranger', 'cover @Robin Vale until Friday', 'not on a practice’s list here yet'],
  ])('asking for cover with %s is refused in a sentence', async (_, text, words) => {
    await as('Osei').type(text);
    expect(await as('Osei').reads()).toContain(words);
  });

  it('somebody who is back earlier says so in one tap', async () => {
    await as('Osei').type('cover');
    await as('Osei').submit({ colleague: as('Morgan').id, until: '2026-10-16' });
    await world().moveTo('2026-10-05T08:00:00Z');
    await as('Morgan').tap('Yes, I stand in');
    await expect
      .poll(() => as('Osei').reads())
      .toContain('stands in for you until Friday 16 October. You hear nothing');
    await as('Osei').type('cover');
    await as('Osei').tap('I am back');
    expect(await as('Osei').reads()).toContain('Welcome back');
    expect((await world().ccgStore.register()).covers).toEqual([]);
  });
});

story('people who go', (world) => {
  const as = (name: string) => world().as(name);

  it('an account that is deactivated frees its seats, with the reason kept', async () => {
    await as('Osei').type('claim lead');
    await as('Haddad').type('claim diabetes');
    await as('Nair').act('deactivate', { user: as('Osei').id });
    const names = async () =>
      (await world().ccgStore.register()).holdings.map(({ person }) => person.name);
    await expect.poll(names).toEqual(['Dr Leila Haddad']);
    await as('Nair').type('history');
    expect(await as('Nair').reads()).toContain(
      'Dr Amara Osei is no longer Practice lead for Riverside Surgery: their Slack account ' +
        'was deactivated.',
    );
  });

  it('leads see the vacancy and how long it has been there', async () => {
    await as('Nair').type('vacancies');
    expect(await as('Nair').reads()).toContain('Riverside Surgery: empty since Monday 7 September');
  });

  it('one tap invites the practice’s people, within their budgets, and not again that quarter', async () => {
    await as('Nair').type('vacancies riverside');
    expect(await as('Nair').reads()).toContain('No seat is empty under “riverside”');
    await as('Nair').type('vacancies fernbridge');
    await as('Nair').tap('Invite');
    expect(await as('Nair').reads()).toMatch(/will be asked, each within their week/);
  });

  it('an account that is active again is welcome, without its old seat', async () => {
    await as('Nair').act('deactivate', { user: as('Osei').id, active: true });
    await as('Osei').type('me');
    expect(await as('Osei').reads()).toContain('Riverside Surgery');
    expect((await world().ccgStore.register()).holdings).toHaveLength(1);
  });
});

story('interests', (world) => {
  const as = (name: string) => world().as(name);

  it('taking a role that decides asks for them, and “none” is one tap', async () => {
    await as('Haddad').type('claim diabetes');
    expect(await as('Haddad').reads()).toContain(
      'people in this role say what interests they have',
    );
    await as('Haddad').tap('Declare interests');
    await as('Haddad').tap('None to declare');
    await as('Osei').type('interests');
    expect(await as('Osei').reads()).toContain('*Dr Leila Haddad*, Diabetes lead\nNone to declare');
    expect(await as('Osei').reads()).toContain(
      'The statutory register is kept by NHS Fernshire CCG',
    );
  });

  it('an interest is shown to members only where its holder agrees', async () => {
    const chow = as('Chow');
    await chow.type('claim mental health');
    for (const [description, shown] of [
      ['Shares in a software company', 'yes'],
      ['My sister leads a charity here', ''],
    ] as const) {
      await chow.type('interests mine');
      await chow.tap('Declare an interest');
      await chow.submit({ kind: 'financial', description, shown });
    }
    await as('Osei').type('interests');
    expect(await as('Osei').reads()).toContain('Financial: Shares in a software company');
    expect(await as('Osei').reads()).not.toContain('sister');
    expect(await as('Osei').reads()).toContain(
      '1 interest declared to the organisation, not shown here',
    );
  });

  it('a declaration without a description, or with patient details, is not taken', async () => {
    const chow = as('Chow');
    await chow.type('interests mine');
    await chow.tap('Declare an interest');
    expect(await chow.submit({ kind: 'indirect', description: 'x' })).toMatchObject({
      errors: { description: expect.any(String) },
    });
    expect(
      await chow.submit({ kind: 'indirect', description: 'Call me on 07700 900123 about it' }),
    ).toMatchObject({
      errors: { description: expect.any(String) },
    });
  });

  it('a year later they are asked once whether it is still right', async () => {
    await world().moveTo('2027-09-14T12:00:00Z');
    expect(await as('Haddad').reads()).toContain('Are your declared interests still right?');
    await as('Haddad').tap('Nothing has changed');
    expect(await as('Haddad').reads()).toContain('Your declaration is up to date');
  });
});

story('the catalogue and the settings', (world) => {
  const as = (name: string) => world().as(name);
  const openRole = async (role: string) => {
    await as('Nair').type('settings');
    await as('Nair').tap('Roles');
    await as('Nair').submit({ role });
  };

  it('a lead changes a role in a form, and nobody loses a seat by it', async () => {
    await as('Osei').type('claim lead');
    await as('Morgan').type('claim lead');
    await openRole('practice_lead');
    expect(await as('Nair').submit({ seats: '1' })).toMatchObject({
      errors: { seats: expect.stringContaining('is held by 2 people') },
    });
    expect(await as('Nair').submit({ seats: '3' })).toMatchObject({
      errors: { seats: 'Give a whole number from 1 to 2.' },
    });
    await as('Osei').type('release');
    await as('Osei').tap('Give back');
    expect(await as('Nair').submit({ seats: '1', term: '12', professions: 'gp' })).toEqual({
      ok: true,
    });
    expect((await world().ccgStore.register()).holdings).toMatchObject([
      { seat: 1, person: { name: 'Dr Rhys Morgan' } },
    ]);
    await as('Carver').type('claim lead');
    expect(await as('Carver').reads()).toContain('Practice lead is for a GP');
  });

  it('a lead adds a role, and people find it by its name', async () => {
    await openRole('new');
    expect(await as('Nair').submit({ title: 'Diabetes lead' })).toMatchObject({
      errors: { title: expect.stringContaining('already') },
    });
    await as('Nair').submit({
      level: 'area_lead',
      title: 'Green practice lead',
      seats: '2',
      rules: '',
    });
    await as('Osei').type('claim green');
    expect(await as('Osei').reads()).toContain('You are now Green practice lead');
  });

  it('a role is taken out only while nobody holds it', async () => {
    await openRole('area_lead:green_practice_lead');
    expect(await as('Nair').submit({ rules: 'retire' })).toMatchObject({
      errors: { rules: expect.stringContaining('Dr Amara Osei holds this role') },
    });
    await as('Osei').type('release');
    await as('Osei').tap('Give back');
    await as('Nair').submit({ rules: 'retire' });
    await as('Osei').type('claim green practice');
    expect(await as('Osei').reads()).not.toContain('You are now');
  });

  it(
    'a setting is changed in a form, or refused beside its field, and the history says who did ' +
      'it',
    async () => {
      await as('Nair').type('settings');
      await as('Nair').tap('Change');
      await as('Nair').submit({ value: 'ICB' });
      await as('Nair').type('history');
      expect(await as('Nair').reads()).toContain('Priya Nair changed the setting organisation');
      await as('Nair').type('settings');
      expect(await as('Nair').reads()).toContain('*organisation*: ICB');
    },
  );
});
