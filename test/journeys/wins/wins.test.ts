// What works, from one practice to others: shared, agreed to, tapped, introduced, and taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wins as section } from '../../../src/domain/summary/wins.ts';
import { buttonsIn, textOf } from '../../../src/sandbox/reading.ts';
import { post } from '../../../src/sandbox/visitor.ts';
import { messagesIn } from '../../../src/sandbox/workspace.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { sql } from '../../support/database/database.ts';
import { settings } from '../../world.ts';

const CHANNEL = 'C0ENGAGE';
const WHAT = 'Our nurse rings people the day before the diabetes clinic';
const RESULT = 'Missed appointments went from 12 a month to 3';

describe('a win', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(() => world?.close());

  const cards = () =>
    messagesIn(world.sandbox.desk.workspace, CHANNEL).filter(({ ephemeralTo }) => !ephemeralTo);
  const card = () => textOf(cards().at(-1)?.blocks ?? []);
  const letters = (name: string) =>
    messagesIn(world.sandbox.desk.workspace, `D${world.as(name).id.slice(1)}`)
      .filter(({ metadata }) => metadata)
      .map(({ blocks }) => textOf(blocks));
  const tapCard = (name: string, label: string) => world.as(name).tapPosted(label);
  /** Slack delivers the next interaction twice. */
  const twice = () =>
    post(`${world.sandbox.url}/control/fault`, {
      method: 'interaction',
      kind: 'duplicate',
      times: 1,
    });
  const share = async (name: string, values: Record<string, string>) => {
    await world.as(name).type('share');
    return world.as(name).submit({ what: WHAT, result: RESULT, ...values });
  };

  it(
    'is refused with patient data or contract words in it, beside the field, and with nothing ' +
      'lost',
    async () => {
      const { errors } = await share('Osei', {
        what: 'We rang Mrs Smith',
        result: 'NHS number 943 476 5919',
      });
      expect(errors).toEqual({
        what: expect.stringContaining('a patient’s name'),
        result: expect.stringContaining('an NHS number'),
      });
      expect(
        await world.as('Osei').submit({ what: WHAT, result: 'No breach of contract this year' }),
      ).toMatchObject({
        errors: { result: expect.stringContaining('contract matter') },
      });
      expect(await world.as('Osei').submit({ what: 'We', result: RESULT })).toMatchObject({
        errors: { what: 'Say in a few words what you did.' },
      });
      expect(cards()).toEqual([]);
    },
  );

  it('is shown to its author before anybody else sees it', async () => {
    await world.as('Osei').submit({ what: WHAT, result: RESULT, area: 'area_lead:diabetes' });
    const preview = await world.as('Osei').readsModal();
    for (const words of [
      'Riverside Surgery and you are named',
      WHAT,
      RESULT,
      'Riverside Surgery · Diabetes · shared by Dr Amara Osei',
    ])
      expect(preview).toContain(words);
    expect(cards()).toEqual([]);
  });

  it('stands in the channel once its author says yes, once', async () => {
    await twice();
    await world.as('Osei').submit();
    await expect.poll(() => cards().length).toBe(1);
    for (const words of [
      WHAT,
      RESULT,
      'Riverside Surgery · Diabetes · shared by Dr Amara Osei',
      'Dr Amara Osei will be told your name',
    ])
      expect(card()).toContain(words);
    expect(card()).not.toMatch(/interested;|do this too;|practices/);
  });

  it(
    'counts who would like to hear more and which practices do it too, each tap once, and ' +
      'names nobody',
    async () => {
      await twice();
      await tapCard('Haddad', 'Interested');
      expect(await world.as('Haddad').reads()).toContain(
        'Dr Amara Osei will be told your name and practice',
      );
      await tapCard('Lindqvist', 'Interested');
      await tapCard('Lindqvist', 'We do this too');
      expect(card()).toContain('2 people are interested; 1 practice does this too');
      expect(card()).not.toMatch(/Haddad|Lindqvist|Abbey/);
    },
  );

  it('is not its author’s to tap, nor a stranger’s', async () => {
    await tapCard('Osei', 'Interested');
    expect(await world.as('Osei').reads()).toContain('You shared this yourself');
    await tapCard('Robin Vale', 'Interested');
    expect(await world.as('Robin Vale').reads()).toContain(
      'You are not on a practice’s list here yet.',
    );
    expect(card()).toContain('2 people are interested; 1 practice does this too');
  });

  it('a tap is taken back by tapping again, in time to tell nobody', async () => {
    await tapCard('Lindqvist', 'Interested');
    expect(await world.as('Lindqvist').reads()).toContain('Taken back.');
    await tapCard('Morgan', 'Interested');
    await tapCard('Morgan', 'Interested');
    expect(card()).toContain('1 person is interested; 1 practice does this too');
  });

  it('its author is introduced to whoever is interested, in the window, once', async () => {
    await tapCard('Reid', 'Interested');
    expect(letters('Osei')).toEqual([]);
    await world.moveTo('2026-09-07T11:46:00Z');
    expect(letters('Osei')).toHaveLength(1);
    const [letter = ''] = letters('Osei');
    expect(letter).toContain(
      '*Dr Leila Haddad (<@U0HADDAD>)*, Abbey Medical Centre, would like to hear more about ' +
        `“${WHAT}”.`,
    );
    expect(letter).toContain('Dr Callum Reid');
    expect(letter).not.toMatch(/Lindqvist|Morgan/);
    await tapCard('Haddad', 'Interested');
    expect(await world.as('Haddad').reads()).toContain(
      'Dr Amara Osei has been told your name already.',
    );
    await tapCard('Haddad', 'Interested');
    await world.moveTo('2026-09-09T12:00:00Z');
    expect(letters('Osei')).toHaveLength(1);
  });

  it('who taps later is in a message of a later day', async () => {
    await tapCard('Lindqvist', 'Interested');
    await world.moveTo('2026-09-10T12:00:00Z');
    expect(letters('Osei')).toHaveLength(2);
    expect(letters('Osei').at(-1)).toContain('Peter Lindqvist');
    expect(letters('Osei').at(-1)).not.toContain('Haddad');
  });

  it('shows in the summary how far it has spread', async () => {
    const shape = section({
      wins: await world.ccgStore.wins.recent(5),
      now: new Date('2026-09-10T12:00:00Z'),
      words: settings,
    })?.shapes[0];
    expect(shape).toEqual({
      shape: 'text',
      lines: [
        `“${WHAT}” (Riverside Surgery, Diabetes, Monday 7 September): ${RESULT}. 3 people ` +
          'are interested; 1 practice does this too.',
      ],
    });
  });

  it('takes no message of its author’s week', async () => {
    const [row] = await sql(
      world.databaseUrl,
      'SELECT min(place) AS place, sum(seconds)::int AS seconds FROM "Delivery" AS d JOIN ' +
        `"Prompt" AS p ON p.id = d."promptId" WHERE d.kind = 'request'`,
    );
    expect(row).toEqual({ place: 100, seconds: 10 });
  });

  it('of another CCG is none here', async () => {
    const [{ id = '' } = {}] = await world.ccgStore.wins.recent(1);
    await world.store.ccgs.create(
      { code: '98Z', name: 'NHS Elsewhere CCG', channelId: 'C0ELSE' },
      new Date(),
    );
    const elsewhere = world.store.ccg('98Z').wins;
    expect(await elsewhere.find(id)).toBeUndefined();
    expect(await elsewhere.takeBack(id, id, new Date())).toBe(false);
    const osei = (await world.ccgStore.register()).members.find(({ name }) =>
      name.includes('Osei'),
    );
    const tap = {
      winId: id,
      personId: osei?.id ?? '',
      kind: 'interested',
      practiceCode: null,
    } as const;
    expect(await elsewhere.tap(tap, () => ({ noRoom: 'quiet' }), new Date())).toBe('gone');
    expect((await world.ccgStore.wins.find(id))?.interested).toBe(3);
  });

  it('goes on without the names of those who leave', async () => {
    await world.as('Haddad').type('leave');
    await world.as('Haddad').tap('Take me off the list');
    await world.moveTo('2026-09-10T12:02:00Z');
    await expect.poll(card).toContain('2 people are interested; 1 practice does this too');
    await expect.poll(() => letters('Osei')[0]).not.toContain('Haddad');
    await world.as('Osei').type('leave');
    await world.as('Osei').tap('Take me off the list');
    await world.moveTo('2026-09-10T12:04:00Z');
    await expect.poll(card).toContain('Riverside Surgery · Diabetes · shared by a colleague');
    expect(buttonsIn(cards().at(-1)?.blocks ?? []).map(({ label }) => label)).toEqual([
      'We do this too',
    ]);
  });

  it(
    'is taken back by its author from Home: the card says so, its words are gone, and nobody ' +
      'is told of anyone any more',
    async () => {
      await share('Grace Adeyemi', { place: 'all' });
      await world.as('Grace Adeyemi').submit();
      expect(await world.as('Grace Adeyemi').readsModal()).toContain(
        'Thank you for sharing what works.',
      );
      await expect.poll(() => cards().length).toBe(2);
      expect(card()).toContain('NHS Fernshire CCG · shared by Dr Grace Adeyemi');
      await tapCard('Reid', 'Interested');
      await world.as('Grace Adeyemi').openHome();
      expect(await world.as('Grace Adeyemi').readsHome()).toContain('1 person is interested');
      await world.as('Grace Adeyemi').tapHome('Take back');
      await world.moveTo('2026-09-10T12:06:00Z');
      await expect
        .poll(card)
        .toBe('Something that works was shared here. Taken back by its author.');
      await world.moveTo('2026-09-11T12:00:00Z');
      expect(letters('Grace Adeyemi')).toEqual([]);
      expect(
        await sql(
          world.databaseUrl,
          `SELECT what || result AS words FROM "Win" WHERE "takenBackAt" IS NOT NULL`,
        ),
      ).toEqual([{ words: '' }]);
    },
  );

  it(
    'is taken back also where Slack gave no answer when its card was posted, once somebody has ' +
      'tapped it',
    async () => {
      await share('Callum Reid', {});
      await post(`${world.sandbox.url}/control/fault`, {
        method: 'chat.postMessage',
        kind: 'drop_after_commit',
        times: 1,
      });
      await world.as('Callum Reid').submit();
      await expect.poll(() => cards().length).toBe(3);
      await tapCard('Morgan', 'Interested');
      expect(card()).toContain('1 person is interested');
      await world.as('Callum Reid').type('share mine');
      await world.as('Callum Reid').tap('Take back');
      await world.moveTo('2026-09-11T12:02:00Z');
      await expect.poll(card).toContain('Taken back by its author.');
    },
  );

  it('leaves a line of history for each act, without a word of it', async () => {
    const { changes } = await world.ccgStore.history.recent(50);
    const kinds = changes.map(({ kind }) => kind).filter((kind) => kind.startsWith('win_'));
    expect(kinds).toEqual([
      'win_taken_back',
      'win_shared',
      'win_taken_back',
      'win_shared',
      'win_shared',
    ]);
  });

  it(
    'waits at Home where the channel is closed to us, with nothing lost, and is posted in one ' +
      'tap once it is open',
    async () => {
      const ashworth = world.as('Tom Ashworth');
      await world.store.ccgs.create(
        { code: '99Z', name: 'NHS Fernshire CCG', channelId: 'C0GENERAL' },
        new Date(),
      );
      await share('Tom Ashworth', {});
      await ashworth.submit();
      await expect.poll(() => ashworth.readsModal()).toContain('I could not post in the channel');
      await world.store.ccgs.create(
        { code: '99Z', name: 'NHS Fernshire CCG', channelId: CHANNEL },
        new Date(),
      );
      await ashworth.openHome();
      expect(await ashworth.readsHome()).toContain('Not in the channel yet');
      await ashworth.tapHome('Post it now');
      await expect.poll(() => cards().length).toBe(4);
      expect(card()).toContain('shared by Tom Ashworth');
    },
  );
});
