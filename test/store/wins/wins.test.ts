import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { reschedule } from '../../../src/domain/sending/reschedule.ts';
import { planIntroduction, type WinTapKind } from '../../../src/domain/wins/wins.ts';
import { type CcgStore, createStore, type Store } from '../../../src/store/store.ts';
import { newDatabase, sql } from '../../support/database/database.ts';
import { monday, settings } from '../../world.ts';

describe('wins', () => {
  let url: string;
  let store: Store;
  let ccgStore: CcgStore;
  let ids: string[];
  beforeAll(async () => {
    url = await newDatabase();
    store = createStore(url);
    await setUpDemo(store, monday);
    ccgStore = store.ccg(DEMO_CCG.code);
    ids = (await ccgStore.register()).members.map(({ id }) => id);
  });
  afterAll(() => store?.close());

  const someone = (at: number) => ids[at] ?? '';
  const share = async (author: number) => {
    const id = randomUUID();
    const win = {
      id,
      what: 'We ring first',
      result: 'Fewer come twice',
      practiceCode: 'Y99001',
      areaKey: null,
    };
    return {
      id,
      isFirst: await ccgStore.wins.share({ ...win, authorId: someone(author) }, monday),
      win,
    };
  };
  const tap = (
    winId: string,
    who: number,
    kind: WinTapKind = 'interested',
    practiceCode: string | null = 'Y99002',
  ) =>
    ccgStore.wins.tap(
      { winId, personId: someone(who), kind, practiceCode },
      planIntroduction(settings, monday),
      monday,
    );
  const introductions = (author: number) =>
    sql(
      url,
      `SELECT r.id::text, d.state::text, (SELECT count(*)::int FROM "WinTap" AS t WHERE t."requestId" = r.id) AS people
       FROM "Request" AS r JOIN "Prompt" AS p ON p."requestId" = r.id JOIN "Delivery" AS d ON d."promptId" = p.id
       WHERE r.kind = 'introduction' AND r."toId" = $1 ORDER BY r."createdAt", d."dueAt"`,
      [someone(author)],
    );
  const send = (author: number) =>
    sql(url, `UPDATE "Delivery" SET state = 'sent' WHERE "personId" = $1 AND state = 'due'`, [
      someone(author),
    ]);

  it('the same preview agreed to twice is one win', async () => {
    const { isFirst, win } = await share(0);
    expect(isFirst).toBe(true);
    expect(await ccgStore.wins.share({ ...win, authorId: someone(0) }, monday)).toBe(false);
  });

  it('a card that Slack did not take is posted again by one tap of two, and by its author only', async () => {
    const { id } = await share(0);
    await ccgStore.wins.notePosted(id, undefined);
    expect((await ccgStore.wins.recent(50)).map((win) => win.id)).not.toContain(id);
    expect(await ccgStore.wins.takePosting(id, someone(1), monday)).toBe(false);
    const both = await Promise.all(
      [1, 2].map(() => ccgStore.wins.takePosting(id, someone(0), monday)),
    );
    expect(both.sort()).toEqual([false, true]);
  });

  it('many who tap at once are in one introduction, and counted', async () => {
    const { id } = await share(1);
    await Promise.all(Array.from({ length: 8 }, (_, at) => tap(id, at + 2)));
    expect(await ccgStore.wins.find(id)).toMatchObject({ interested: 8, practices: 0 });
    expect(await introductions(1)).toMatchObject([{ state: 'due', people: 8 }]);
  });

  it('an introduction is of all that its author has shared', async () => {
    const { id } = await share(1);
    await tap(id, 2);
    expect(await introductions(1)).toMatchObject([{ state: 'due', people: 9 }]);
  });

  it('who thinks again in time is in none, and one of nobody is not sent', async () => {
    const { id } = await share(12);
    expect([await tap(id, 2), await tap(id, 2)]).toEqual(['noted', 'taken back']);
    expect(await introductions(12)).toMatchObject([{ state: 'cancelled', people: 0 }]);
    expect(await tap(id, 2)).toBe('noted');
    expect(await introductions(12)).toMatchObject([
      { state: 'cancelled', people: 0 },
      { state: 'due', people: 1 },
    ]);
  });

  it('nobody is introduced twice, and who comes later is in the next', async () => {
    const { id } = await share(13);
    await tap(id, 2);
    await send(13);
    expect([await tap(id, 2), await tap(id, 2)]).toEqual(['taken back, but told', 'noted']);
    expect(await introductions(13)).toMatchObject([{ state: 'sent', people: 1 }]);
    await tap(id, 3);
    const states = (await introductions(13)).map(({ state }) => state);
    expect(states.sort()).toEqual(['due', 'sent']);
  });

  it(
    'an introduction waits for the end of its author’s quiet time, also where that begins ' +
      'after the tap',
    async () => {
      const { id } = await share(20);
      await tap(id, 2);
      const quietUntil = new Date('2026-09-22T00:00:00Z');
      await ccgStore.people.changeAvailability(
        someone(20),
        { quietUntil },
        reschedule(settings, monday),
        monday,
      );
      const [delivery] = await sql(
        url,
        `SELECT reason::text, "dueAt" > $2 AS later FROM "Delivery" WHERE "personId" = $1`,
        [someone(20), quietUntil],
      );
      expect(delivery).toEqual({ reason: 'quiet', later: true });
    },
  );

  it('nobody is introduced to an author who has left', async () => {
    const { id } = await share(14);
    await ccgStore.people.leave(someone(14), monday);
    expect(await tap(id, 2)).toBe('noted');
    expect(await introductions(14)).toEqual([]);
    expect(await ccgStore.wins.find(id)).toMatchObject({ author: null, interested: 1 });
  });

  it('whoever leaves is in no introduction any more', async () => {
    const { id } = await share(15);
    await tap(id, 16);
    await ccgStore.people.leave(someone(16), monday);
    expect(await introductions(15)).toMatchObject([{ state: 'cancelled', people: 0 }]);
    expect(await ccgStore.wins.find(id)).toMatchObject({ interested: 0 });
    expect(await tap(id, 16)).toBe('gone');
  });

  it(
    'a practice counts once however many of its people tap, and the one that shared it not at ' +
      'all',
    async () => {
      const { id } = await share(17);
      await tap(id, 2, 'does_too');
      await tap(id, 3, 'does_too');
      await tap(id, 4, 'does_too', 'Y99005');
      await tap(id, 5, 'does_too', 'Y99001');
      expect(await ccgStore.wins.find(id)).toMatchObject({ interested: 0, practices: 2 });
    },
  );

  it(
    'is taken back by its author only: its words are gone, and nobody is told of anyone any ' +
      'more',
    async () => {
      const { id } = await share(18);
      await tap(id, 2);
      expect(await ccgStore.wins.takeBack(id, someone(2), monday)).toBe(false);
      expect(await ccgStore.wins.takeBack(id, someone(18), monday)).toBe(true);
      expect(await ccgStore.wins.find(id)).toMatchObject({ what: '', result: '' });
      expect(await introductions(18)).toMatchObject([{ state: 'cancelled' }]);
      expect(await tap(id, 3)).toBe('gone');
    },
  );

  it('a card is drawn anew until it shows all that had changed when it was read', async () => {
    const { id } = await share(19);
    await tap(id, 2);
    // it is not in Slack yet
    expect((await store.cards.outdated(50, monday)).map((card) => card.id)).not.toContain(id);
    await ccgStore.wins.notePosted(id, { channel: 'C0ENGAGE', ts: '1.1' });
    const [card] = (await store.cards.outdated(50, monday)).filter((each) => each.id === id);
    if (!card) throw new Error('The card is not to be drawn anew');
    await tap(id, 3);
    await store.cards.noteUpdated(card);
    const [again] = (await store.cards.outdated(50, monday)).filter((each) => each.id === id);
    expect(again?.outdated).toBe(1);
  });
});
