import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import type { Delivery } from '../../../src/domain/sending/deliveries.ts';
import { planPrompt } from '../../../src/domain/sending/planning.ts';
import { addDays } from '../../../src/domain/time/calendar.ts';
import { createStore, type Store } from '../../../src/store/store.ts';
import { newDatabase, sql } from '../../support/database/database.ts';
import { monday, settings } from '../../world.ts';

const noon = new Date('2026-09-07T11:45:00Z');
const lease = (take = 10, ms = 60_000) => ({ take, until: new Date(Date.now() + ms) });

describe('the outbox', () => {
  let url: string;
  let store: Store;
  beforeEach(async () => {
    url = await newDatabase();
    store = createStore(url);
    await setUpDemo(store, monday);
    const ccgStore = store.ccg(DEMO_CCG.code);
    const { members } = await ccgStore.register();
    const reminder = {
      id: randomUUID(),
      text: 'Please remember',
      link: null,
      doneBy: null,
      named: false,
      audience: { kind: 'everyone' as const },
      createdBy: members[0]?.id ?? '',
    };
    const asks = members.map(({ id }) => ({ personId: id, seconds: 10 }));
    await ccgStore.reminders.send(
      reminder,
      asks,
      (person, reservations) =>
        planPrompt(
          { seconds: 10, person, reservations, before: addDays(monday, 28) },
          settings,
          monday,
        ),
      monday,
    );
    return () => store.close();
  });
  const states = async () =>
    Object.fromEntries(
      (await sql(url, 'SELECT state::text, count(*)::int AS n FROM "Delivery" GROUP BY 1')).map(
        ({ state, n }) => [state, n],
      ),
    );
  const claimOne = async (): Promise<Delivery> =>
    (await store.deliveries.leaseDue(noon, new Date(), lease(1), 200))[0] ??
    Promise.reject(new Error('nothing was due'));

  it('nothing is claimed before its time', async () =>
    expect(await store.deliveries.leaseDue(monday, new Date(), lease(), 200)).toEqual([]));

  it(
    'what a backup brings back and was due may have been sent since: it is looked for, never ' +
      'sent blindly',
    async () => {
      await store.deliveries.markForVerification(noon);
      expect(await states()).toEqual({ uncertain: 40 });
      expect(await store.deliveries.leaseDue(noon, new Date(), lease(), 200)).toEqual([]);
      expect(await store.deliveries.leaseUncertain(noon, lease())).toHaveLength(10);
    },
  );

  it('processes that claim at once never get the same delivery', async () => {
    const other = createStore(url);
    const batches = await Promise.all(
      Array.from({ length: 8 }, (_, index) =>
        (index % 2 ? store : other).deliveries.leaseDue(noon, new Date(), lease(5), 200),
      ),
    );
    const ids = batches.flat().map(({ id }) => id);
    expect(ids).toHaveLength(40);
    expect(new Set(ids).size).toBe(40);
    await other.close();
  });

  it('a sent one is remembered with its place in Slack, and the person as met', async () => {
    const delivery = await claimOne();
    await store.deliveries.record(delivery, { kind: 'sent', channel: 'D1', ts: '1.1' }, noon, noon);
    expect(
      await sql(url, `SELECT state::text, channel, "messageTs" FROM "Delivery" WHERE id = $1`, [
        delivery.id,
      ]),
    ).toEqual([{ state: 'sent', channel: 'D1', messageTs: '1.1' }]);
    expect(
      await sql(url, 'SELECT "firstContactAt" IS NOT NULL AS met FROM "Person" WHERE id = $1', [
        delivery.person.id,
      ]),
    ).toEqual([{ met: true }]);
  });

  it('one that Slack put off is due again at the time Slack named, and not before', async () => {
    const delivery = await claimOne();
    const later = new Date(Date.now() + 5000);
    await store.deliveries.record(
      delivery,
      { kind: 'not sent, try later', afterMs: 5000, because: 'rate_limited', error: 'ratelimited' },
      noon,
      later,
    );
    const now = await store.deliveries.leaseDue(noon, new Date(), lease(50), 200);
    const then = await store.deliveries.leaseDue(
      noon,
      new Date(later.getTime() + 1),
      lease(50),
      200,
    );
    expect(now.some(({ id }) => id === delivery.id)).toBe(false);
    expect(then.map(({ id }) => id)).toEqual([delivery.id]);
  });

  it('one that was given up keeps Slack’s reason and gives back its place in the week', async () => {
    const delivery = await claimOne();
    await store.deliveries.record(
      delivery,
      { kind: 'not sent, give up', because: 'refused_by_slack', error: 'channel_not_found' },
      noon,
      noon,
    );
    expect(
      await sql(
        url,
        `SELECT state::text, reason::text, error, place AS slot FROM "Delivery" WHERE id = $1`,
        [delivery.id],
      ),
    ).toEqual([
      { state: 'failed', reason: 'refused_by_slack', error: 'channel_not_found', slot: null },
    ]);
  });

  it(
    'what a process that died was sending becomes uncertain, is looked for, and is sent again ' +
      'only when it is not there',
    async () => {
      await store.deliveries.leaseDue(noon, new Date(), lease(3, -1), 200);
      expect(await store.deliveries.expireLeases(new Date())).toBe(3);
      expect(await states()).toEqual({ due: 37, uncertain: 3 });
      const [found, absent, again] = await store.deliveries.leaseUncertain(
        new Date(Date.now() + 1),
        lease(),
      );
      if (!found || !absent || !again) throw new Error('three were expected');
      await store.deliveries.record(found, { kind: 'sent', channel: 'D1', ts: '1.1' }, noon, noon);
      await store.deliveries.resend(absent, new Date());
      await store.deliveries.lookAgain(again, new Date(Date.now() + 30_000), 0);
      expect(await states()).toEqual({ due: 38, sent: 1, uncertain: 1 });
      expect(await store.deliveries.leaseUncertain(new Date(Date.now() + 1000), lease())).toEqual(
        [],
      );
    },
  );

  it('all processes together take no more than the minute allows, and the next minute the rest', async () => {
    const other = createStore(url);
    const claim = (from: Store, at: Date) =>
      from.deliveries.leaseDue(at, new Date(), lease(20), 25);
    const batches = await Promise.all(
      [store, other, store, other].map((from) => claim(from, noon)),
    );
    expect(batches.flat()).toHaveLength(25);
    expect(await claim(store, new Date(noon.getTime() + 59_000))).toEqual([]);
    expect(await claim(store, new Date(noon.getTime() + 61_000))).toHaveLength(15);
    await other.close();
  });

  it('what finds the minute full is tried as soon as it has room, and not a minute later', async () => {
    const claim = (ms: number) =>
      store.deliveries.leaseDue(new Date(noon.getTime() + ms), new Date(), lease(20), 20);
    const waits = async (ms: number) => {
      const now = new Date();
      const retry = await store.deliveries.nextRetry(new Date(noon.getTime() + ms), now, 20);
      return (retry?.getTime() ?? 0) - now.getTime();
    };
    expect(await claim(0)).toHaveLength(20);
    expect(await waits(10_000)).toBe(50_000);
    expect(await waits(57_000)).toBe(3000);
    expect(await waits(61_000)).toBe(1000);
    expect(await claim(61_000)).toHaveLength(20);
    expect(
      await store.deliveries.nextRetry(new Date(noon.getTime() + 62_000), new Date(), 20),
    ).toBeUndefined();
  });

  it('nobody is handed two messages within a second', async () => {
    const twice = `INSERT INTO "Delivery" ("ccgCode", id, "promptId", "personId", kind, state, "dueAt", week, place)
      SELECT "ccgCode", gen_random_uuid(), "promptId", "personId", 'chase', 'due', "dueAt", week, 2 FROM "Delivery"`;
    await sql(url, twice);
    const claim = (ms: number) =>
      store.deliveries.leaseDue(new Date(noon.getTime() + ms), new Date(), lease(100), 200);
    const first = await claim(0);
    expect(first).toHaveLength(40);
    expect(await claim(5000)).toEqual([]); // the first are still on their way
    for (const delivery of first)
      await store.deliveries.record(
        delivery,
        { kind: 'sent', channel: 'D1', ts: '1.1' },
        noon,
        noon,
      );
    expect(await claim(900)).toEqual([]);
    expect(await claim(1100)).toHaveLength(40);
  });

  it(
    'when Slack asks one process for silence, every process is silent until then, and a ' +
      'shorter wish does not end it',
    async () => {
      const until = new Date(Date.now() + 60_000);
      await store.deliveries.pauseUntil(until, 'ratelimited');
      await store.deliveries.pauseUntil(new Date(Date.now() + 1000), 'ratelimited');
      const other = createStore(url);
      expect(await other.deliveries.leaseDue(noon, new Date(), lease(), 200)).toEqual([]);
      expect(
        await other.deliveries.leaseDue(noon, new Date(until.getTime() + 1), lease(), 200),
      ).toHaveLength(10);
      await other.close();
    },
  );

  it(
    'that Slack refuses the app is told apart from a wish for silence, and ends when the bot ' +
      'has connected',
    async () => {
      const until = new Date(Date.now() + 60_000);
      await store.deliveries.pauseUntil(until, 'ratelimited');
      expect(await store.deliveries.refusedBySlack(new Date())).toBeUndefined();
      await store.deliveries.pauseUntil(new Date(until.getTime() + 1), 'token_revoked');
      expect(await store.deliveries.refusedBySlack(new Date())).toMatchObject({
        error: 'token_revoked',
      });
      await store.deliveries.endRefusal();
      expect(await store.deliveries.refusedBySlack(new Date())).toBeUndefined();
      expect(await store.deliveries.leaseDue(noon, new Date(), lease(), 200)).toHaveLength(10);
    },
  );

  it(
    'an attempt that lost its lease changes nothing, but that a message did arrive counts from ' +
      'everyone',
    async () => {
      const early = await claimOne();
      // as another process would
      await sql(url, `UPDATE "Delivery" SET attempts = attempts + 1 WHERE id = $1`, [early.id]);
      const refused = {
        kind: 'not sent, give up',
        because: 'refused_by_slack',
        error: 'restricted_action',
      } as const;
      await store.deliveries.record(early, refused, noon, noon);
      expect(await states()).toEqual({ due: 39, sending: 1 });
      await store.deliveries.record(early, { kind: 'sent', channel: 'D1', ts: '1.1' }, noon, noon);
      expect(await states()).toEqual({ due: 39, sent: 1 });
    },
  );

  it('what was given up is tried again by hand, and what waits is stopped', async () => {
    const delivery = await claimOne();
    await store.deliveries.record(
      delivery,
      { kind: 'not sent, give up', because: 'no_account', error: 'user_disabled' },
      noon,
      noon,
    );
    expect(await store.deliveries.list(['failed'], 5)).toMatchObject([
      { id: delivery.id, error: 'user_disabled', attempts: 1 },
    ]);
    expect(await store.deliveries.retry(delivery.id, noon)).toBe(true);
    expect(await store.deliveries.retry(delivery.id, noon)).toBe(false);
    expect(await store.deliveries.cancel(delivery.id)).toBe(true);
    expect(await store.deliveries.count()).toEqual([
      { state: 'due', reason: null, number: 39 },
      { state: 'cancelled', reason: 'cancelled_by_hand', number: 1 },
    ]);
  });

  it('what was sent before the clock was set back holds nothing up', async () => {
    await store.deliveries.leaseDue(noon, new Date(), lease(20), 20);
    await sql(url, `UPDATE "Delivery" SET "attemptedAt" = $1 WHERE state = 'sending'`, [
      new Date(noon.getTime() + 7_200_000),
    ]);
    expect(await store.deliveries.leaseDue(noon, new Date(), lease(20), 20)).toHaveLength(20);
  });

  it('waits of hours end where the clock was set back', async () => {
    const delivery = await claimOne();
    const inTwoHours = new Date(Date.now() + 7_200_000);
    await store.deliveries.record(delivery, { kind: 'uncertain', error: 'x' }, noon, inTwoHours);
    await store.deliveries.pauseUntil(inTwoHours, 'ratelimited');
    expect(await store.deliveries.leaseUncertain(new Date(), lease())).toEqual([]);
    await store.deliveries.shortenWaits(new Date());
    expect(await store.deliveries.leaseUncertain(new Date(), lease())).toHaveLength(1);
  });

  it('what certainly did not leave is no attempt', async () => {
    const delivery = await claimOne();
    const outcome = {
      kind: 'not sent, try later',
      afterMs: 5000,
      because: 'slack_unavailable',
      error: 'ECONNREFUSED',
    } as const;
    await store.deliveries.record(delivery, outcome, noon, new Date());
    const [row] = await sql(url, 'SELECT attempts FROM "Delivery" WHERE id = $1', [delivery.id]);
    expect(row).toEqual({ attempts: 0 });
  });

  it('all that was given up is tried again at once, and all that is uncertain looked for', async () => {
    const [failed, lost] = await store.deliveries.leaseDue(noon, new Date(), lease(2), 200);
    if (!failed || !lost) throw new Error('two were expected');
    const refused = { kind: 'not sent, give up', because: 'our_mistake', error: 'x' } as const;
    await store.deliveries.record(failed, refused, noon, noon);
    await store.deliveries.record(lost, { kind: 'uncertain', error: 'x' }, noon, noon);
    await store.deliveries.giveUpVerification(lost, 'missing_scope');
    expect(await store.deliveries.retryAll(noon, new Date())).toEqual({ again: 1, looked: 1 });
    expect(await states()).toEqual({ due: 39, uncertain: 1 });
    expect(await store.deliveries.leaseUncertain(new Date(), lease())).toHaveLength(1);
  });

  it('a lease that still runs is left alone', async () => {
    await store.deliveries.leaseDue(noon, new Date(), lease(3), 200);
    expect(await store.deliveries.expireLeases(new Date())).toBe(0);
  });
});
