import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { post } from '../../../src/sandbox/visitor.ts';
import { messagesIn } from '../../../src/sandbox/workspace.ts';
import { passMinute } from '../../support/bot/pass-minute.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { sql } from '../../support/database/database.ts';

const MINUTE_MS = 60_000;
const ASKED = 38;

describe('an outage of Slack', () => {
  let world: TestWorld;
  beforeEach(async () => {
    world = await openWorld();
  });
  afterEach(() => world?.close());

  const fault = (method: string, kind: string, times: number) =>
    post(`${world.sandbox.url}/control/fault`, { method, kind, times });
  const copies = () =>
    world.sandbox.desk.workspace.users.map(
      ({ id }) =>
        messagesIn(world.sandbox.desk.workspace, `D${id.slice(1)}`).filter(
          ({ metadata }) => metadata,
        ).length,
    );
  const remindAll = async () => {
    const ashworth = world.as('Ashworth');
    await ashworth.type('remind');
    await ashworth.submit({ text: 'Please bring your calendars.', audience: 'everyone' });
    await ashworth.submit();
  };
  const moveMinutes = async (from: string, minutes: number, until = () => false) => {
    for (let minute = 0; minute < minutes && !until(); minute += 1) {
      await passMinute(world.databaseUrl);
      await world.moveTo(new Date(Date.parse(from) + minute * MINUTE_MS).toISOString());
    }
  };
  const hasArrived = () => copies().filter((number) => number > 0).length === ASKED;
  const states = () =>
    sql(world.databaseUrl, 'SELECT state::text, count(*)::int AS n FROM "Delivery" GROUP BY 1');

  it.each([
    ['500', 40],
    ['drop_before_commit', 40],
    ['drop_after_commit', 40],
    ['429', 40],
  ])(
    '%s for %i minutes: everybody has theirs once afterwards, in the same sending window',
    async (kind, minutes) => {
      await remindAll();
      // every 429 asks for a second, which is waited for
      await fault('chat.postMessage', kind, kind === '429' ? 20 : 1000);
      await moveMinutes('2026-09-07T11:46:00Z', minutes);
      await fault('chat.postMessage', kind, 0);
      await moveMinutes('2026-09-07T12:26:00Z', 30, hasArrived);
      await moveMinutes('2026-09-07T12:56:00Z', 3);
      expect(copies().filter((number) => number > 0)).toEqual(Array(ASKED).fill(1));
      expect(await states()).toEqual([{ state: 'sent', n: ASKED }]);
    },
  );

  it('of the whole window: everybody has theirs once the next day, and nothing is given up', async () => {
    await remindAll();
    for (const method of ['chat.postMessage', 'conversations.history', 'conversations.open'])
      await fault(method, '500', 1000);
    await moveMinutes('2026-09-07T11:46:00Z', 75);
    for (const method of ['chat.postMessage', 'conversations.history', 'conversations.open'])
      await fault(method, '500', 0);
    await moveMinutes('2026-09-08T11:46:00Z', 40, hasArrived);
    expect(copies().filter((number) => number > 0)).toEqual(Array(ASKED).fill(1));
  });

  it('leaves few messages of which nobody knows whether they arrived', async () => {
    await remindAll();
    await fault('chat.postMessage', '500', 1000);
    await world.moveTo('2026-09-07T11:46:00Z');
    const [row] = await sql(
      world.databaseUrl,
      'SELECT count(*)::int AS n FROM "Delivery" WHERE attempts > 0',
    );
    expect(row?.['n']).toBeLessThanOrEqual(10);
  });

  it('what did not leave is no attempt', async () => {
    await remindAll();
    await fault('conversations.open', '500', 1000);
    await world.moveTo('2026-09-07T11:46:00Z');
    expect(
      await sql(world.databaseUrl, 'SELECT max(attempts)::int AS most FROM "Delivery"'),
    ).toEqual([{ most: 0 }]);
  });

  it('what was given up is shown to the lead, and goes out when all are tried again', async () => {
    await remindAll();
    await post(`${world.sandbox.url}/control/fault`, {
      method: 'chat.postMessage',
      kind: 'refuse',
      error: 'restricted_action',
      times: 3,
    });
    await world.moveTo('2026-09-07T11:50:00Z');
    const nair = world.as('Nair');
    await nair.openHome();
    expect(await nair.readsHome()).toContain('3 not delivered');
    expect(
      await world.store.deliveries.retryAll(new Date('2026-09-07T11:50:00Z'), new Date()),
    ).toEqual({ again: 3, looked: 0 });
    await moveMinutes('2026-09-08T11:46:00Z', 10, hasArrived);
    expect(copies().filter((number) => number > 0)).toEqual(Array(ASKED).fill(1));
  });
});
