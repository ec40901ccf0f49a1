import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { sql } from '../../support/database/database.ts';

describe('a survey with names', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
    for (const name of ['Osei', 'Morgan', 'Haddad']) await world.as(name).type('claim lead');
    const nair = world.as('Nair');
    await nair.type('survey');
    await nair.submit({
      template: 'meeting_follow_up',
      title: 'After <our> meeting',
      audience: 'level:practice_lead',
      names: 'named',
      closes: '2026-09-14',
    });
    await nair.submit();
    await world.moveTo('2026-09-07T12:00:00Z');
  });
  afterAll(() => world?.close());

  it('too few people to be anonymous is said before it is sent, with what to do', async () => {
    const nair = world.as('Nair');
    await nair.type('survey');
    expect(await nair.submit({ audience: 'level:practice_lead' })).toMatchObject({
      errors: { audience: expect.stringContaining('Only 3 people would be asked') },
    });
    await nair.act('close');
  });

  it('says before the first tap who will see the answers', async () => {
    expect(await world.as('Osei').reads()).toContain(
      '*With your name.* The engagement leads of NHS Fernshire CCG see who answered what. ' +
        'You can change your answers, or take them back, until it closes.',
    );
  });

  it('shows the person what they answered, and lets them change it', async () => {
    const osei = world.as('Osei');
    for (const label of ['Partly', 'Yes', 'As now']) await osei.tap(label);
    expect(await osei.reads()).toContain('Was the meeting worth your time? *Partly*');
    await osei.tap('Change my answers');
    expect(await osei.reads()).toContain('1 of 3');
    for (const label of ['Yes', 'Yes', 'As now']) await osei.tap(label);
    expect(await osei.reads()).toContain('Was the meeting worth your time? *Yes*');
    expect(await osei.reads()).toContain(
      'The engagement leads of NHS Fernshire CCG see your answers with your name',
    );
  });

  it('somebody who answers inside Home answers the same question', async () => {
    const morgan = world.as('Morgan');
    await morgan.openHome();
    expect(await morgan.readsHome()).toContain('Waiting for you');
    await morgan.tapHome('Open');
    await morgan.tapModal('No');
    expect(await morgan.readsModal()).toContain('2 of 3');
    await morgan.tapModal('No');
    await morgan.tapModal('Less often');
    expect(await morgan.readsModal()).toContain('*Thank you.*');
  });

  it(
    'somebody takes their answers back: they are deleted with what they wrote, and nobody asks ' +
      'again',
    async () => {
      const morgan = world.as('Morgan');
      await morgan.tapModal('Add a comment');
      await morgan.submit({ text: 'Too long for what it was' });
      expect(await morgan.readsModal()).toContain('Your comment was added');
      await morgan.act('close');
      await world.moveTo('2026-09-07T12:02:00Z');
      await morgan.tap('Take back my answers');
      expect(await morgan.reads()).toContain(
        'that is fine, we will not ask again. We keep no answer of yours.',
      );
      const kept = `FROM "Person" AS p WHERE name = 'Dr Rhys Morgan'`;
      for (const table of ['Answer', 'Comment'])
        expect(
          await sql(
            world.databaseUrl,
            `SELECT 1 ${kept} AND EXISTS (SELECT 1 FROM "${table}" WHERE "personId" = p.id)`,
          ),
        ).toEqual([]);
    },
  );

  it('a message that has become pointless is not sent', async () => {
    const haddad = world.as('Haddad');
    const before = (await haddad.messages()).length;
    // a minute before the second asking would go out
    await sql(world.databaseUrl, `UPDATE "Round" SET "closesAt" = '2026-09-14T11:44:00Z'`);
    await world.moveTo('2026-09-14T12:00:00Z');
    expect((await haddad.messages()).length).toBe(before);
    expect(
      await sql(
        world.databaseUrl,
        `SELECT state::text, reason::text FROM "Delivery" WHERE kind = 'chase' AND ` +
          `"personId" = (SELECT id FROM "Person" WHERE name = 'Dr Leila Haddad')`,
      ),
    ).toEqual([{ state: 'cancelled', reason: 'round_closed' }]);
  });

  it('after closing, the lead reads who answered what', async () => {
    const nair = world.as('Nair');
    await nair.openHome();
    await nair.tapHome('Results');
    const text = await nair.readsModal();
    expect(text).toContain('After <our> meeting');
    expect(text).toContain('1 of 3 people reached answered, and 1 said not now.');
    expect(text).toContain('Yes: Dr Amara Osei');
    expect(text).not.toContain('Morgan');
  });
});
