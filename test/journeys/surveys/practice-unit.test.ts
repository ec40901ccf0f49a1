import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buttonsIn, textOf } from '../../../src/sandbox/reading.ts';
import { messagesIn } from '../../../src/sandbox/workspace.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { sql } from '../../support/database/database.ts';

describe('a survey that one lead answers for each practice', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
    for (const name of ['Osei', 'Morgan', 'Haddad', 'Lindqvist', 'Okafor'])
      await world.as(name).type('claim lead');
  });
  afterAll(() => world?.close());
  const letters = (name: string) =>
    messagesIn(world.sandbox.desk.workspace, `D${world.as(name).id.slice(1)}`).filter(
      ({ metadata }) => metadata,
    );
  const reads = (name: string) => textOf(letters(name).at(-1)?.blocks ?? []);
  const labels = (name: string) =>
    buttonsIn(letters(name).at(-1)?.blocks ?? []).map(({ label }) => label);
  const answer = async (name: string, ...given: string[]) => {
    for (const label of given) await world.as(name).tap(label);
  };
  const minute = () =>
    world.moveTo(new Date(world.sandbox.desk.clock.now() + 60_000).toISOString());
  const answers = () =>
    sql(
      world.databaseUrl,
      'SELECT p.name, count(*)::int AS given FROM "Answer" a JOIN "Person" p ON p.id = ' +
        'a."personId" GROUP BY 1 ORDER BY 1',
    );

  it('is asked with names only, with the reason beside the field', async () => {
    const nair = world.as('Nair');
    await nair.type('survey');
    expect(await nair.submit({ unit: 'practice', names: 'anonymous' })).toMatchObject({
      errors: { names: expect.stringContaining('only where it is known whose answer it is') },
    });
    await nair.act('close');
  });

  it('says beforehand how many practices have no lead to ask', async () => {
    const nair = world.as('Nair');
    await nair.type('survey');
    await nair.submit({ template: 'meeting_follow_up', unit: 'practice', names: 'named' });
    const text = await nair.readsModal();
    expect(text).toContain('This asks 5 people');
    expect(text).toContain('One lead’s answer is enough for each of 3 practices.');
    expect(text).toContain('9 practices have no lead to ask.');
    await nair.submit();
  });

  it('a lead is told for which practice they answer', async () => {
    await world.moveTo('2026-09-07T12:00:00Z');
    expect(reads('Osei')).toContain(
      'You answer for Riverside Surgery. One of its leads is enough.',
    );
    expect(reads('Haddad')).toContain('You answer for Abbey Medical Centre.');
  });

  it('until all questions are answered, both may', async () => {
    await answer('Osei', 'Yes', 'Partly');
    await answer('Morgan', 'No');
    await minute();
    expect(reads('Morgan')).toContain('2 of 3');
  });

  it(
    'the first to finish speaks for the practice, and the other’s message says so and asks ' +
      'nothing more',
    async () => {
      await answer('Osei', 'As now');
      await minute();
      await expect
        .poll(() => reads('Morgan'))
        .toContain(
          'Dr Amara Osei has answered for Riverside Surgery, so nothing is needed from you. ' +
            'Thank you.',
        );
      expect(labels('Morgan')).toEqual([]);
      expect(await answers()).toEqual([{ name: 'Dr Amara Osei', given: 3 }]);
      await world.as('Morgan').openHome();
      expect(await world.as('Morgan').readsHome()).not.toContain('Waiting for you');
    },
  );

  it('a late tap on an old copy saves nothing', async () => {
    const [prompt] = await sql(
      world.databaseUrl,
      'SELECT id::text, "roundId"::text, "personId"::text, "practiceCode" FROM "Prompt" ' +
        `WHERE outcome = 'spoken_for'`,
    );
    const late = {
      ...(prompt as { id: string; roundId: string; personId: string; practiceCode: string }),
      groups: {},
      questions: 3,
    };
    expect(
      await world.ccgStore.answers.storeByName(
        late,
        0,
        0,
        new Date(world.sandbox.desk.clock.now()),
      ),
    ).toBe('spoken for');
    expect(await answers()).toEqual([{ name: 'Dr Amara Osei', given: 3 }]);
  });

  it('changing the answer opens the other’s again', async () => {
    await world.as('Osei').tap('Change my answers');
    await minute();
    await expect.poll(() => labels('Morgan')).toContain('Not now');
    await answer('Morgan', 'No', 'No', 'Less often');
    await minute();
    await expect
      .poll(() => reads('Osei'))
      .toContain('Dr Rhys Morgan has answered for Riverside Surgery');
    expect(await answers()).toEqual([{ name: 'Dr Rhys Morgan', given: 3 }]);
  });

  it('of two leads who finish at the same moment, one answer counts', async () => {
    for (const name of ['Haddad', 'Lindqvist']) await answer(name, 'Yes', 'Yes');
    await Promise.all(['Haddad', 'Lindqvist'].map((name) => world.as(name).tap('As now')));
    const ofAbbey = (await answers()).filter(({ name }) => /Haddad|Lindqvist/.test(String(name)));
    expect(ofAbbey).toEqual([{ name: expect.any(String), given: 3 }]);
    const outcomes = await sql(
      world.databaseUrl,
      `SELECT outcome::text FROM "Prompt" WHERE "practiceCode" = 'Y99002' ORDER BY 1`,
    );
    expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['answered', 'spoken_for']);
  });

  it('nobody is asked once more for whom a colleague has answered', async () => {
    const before = ['Osei', 'Haddad', 'Lindqvist'].map((name) => letters(name).length);
    await world.moveTo('2026-09-14T12:00:00Z');
    expect(['Osei', 'Haddad', 'Lindqvist'].map((name) => letters(name).length)).toEqual(before);
    expect(letters('Okafor')).toHaveLength(2);
  });

  it('whoever takes their answers back for good leaves the practice to its other lead', async () => {
    const abbey = ['Haddad', 'Lindqvist'];
    const spoke = abbey.find((name) => labels(name).includes('Take back my answers')) ?? '';
    const other = abbey.find((name) => name !== spoke) ?? '';
    await world.as(spoke).tap('Take back my answers');
    await minute();
    await expect.poll(() => labels(other)).toContain('Not now');
    expect(reads(spoke)).toContain('We keep no answer of yours.');
    await answer(other, 'Yes', 'Yes', 'As now');
    expect(reads(other)).toContain('*Thank you.*');
  });

  it('whoever leaves takes their answer along, and the other lead may answer', async () => {
    await world.as('Morgan').type('leave');
    await world.as('Morgan').tap('Take me off the list');
    await minute();
    await expect.poll(() => labels('Osei')).toContain('Not now');
    await answer('Osei', 'Partly', 'Partly', 'As now');
  });

  it('is counted in practices, on Home, in the results and in the summary', async () => {
    const nair = world.as('Nair');
    await nair.openHome();
    expect(await nair.readsHome()).toContain('2 of 3 practices answered.');
    await world.moveTo('2026-09-22T09:00:00Z');
    await nair.openHome();
    await nair.tapHome('Results');
    expect(await nair.readsModal()).toContain('2 of 3 practices reached answered');
    await nair.act('close');
    await nair.type('summary');
    expect(await nair.reads()).toContain('reached 3 practices');
  });
});

describe('leads of one practice who began and did not finish', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
    for (const name of ['Osei', 'Morgan']) await world.as(name).type('claim lead');
    const nair = world.as('Nair');
    await nair.type('survey');
    await nair.submit({
      template: 'meeting_follow_up',
      unit: 'practice',
      names: 'named',
      closes: '2026-09-14',
      chases: '0',
    });
    await nair.submit();
    await world.moveTo('2026-09-07T12:00:00Z');
  });
  afterAll(() => world?.close());

  it('count once at closing: the one who got furthest', async () => {
    await world.as('Osei').tap('Yes');
    for (const label of ['No', 'No']) await world.as('Morgan').tap(label);
    await world.moveTo('2026-09-15T09:00:00Z');
    const [round] = await world.ccgStore.rounds.recent(1);
    const names = (await world.ccgStore.rounds.namedAnswers(round?.id ?? '')).map(
      ({ name }) => name,
    );
    expect(names).toEqual(['Dr Rhys Morgan', 'Dr Rhys Morgan']);
    expect(round?.turnout).toHaveLength(1);
    const whole = round?.results?.filter(({ cut, question }) => cut === 'all' && question === 0);
    expect(JSON.stringify(whole)).toContain('"counts":[0,0,1,0]');
  });
});
