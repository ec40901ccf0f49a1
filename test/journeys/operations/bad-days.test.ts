import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG } from '../../../src/demo.ts';
import { post } from '../../../src/sandbox/visitor.ts';
import { messagesIn } from '../../../src/sandbox/workspace.ts';
import { openWorld, type TestWorld } from '../../support/bot/world.ts';
import { sql } from '../../support/database/database.ts';

describe('on a bad day', () => {
  const logged: { facts: object; what: string }[] = [];
  const note = (facts: object, what: string) => void logged.push({ facts, what });
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld({
      log: { info: () => {}, warn: note, error: note },
      delivery: { leaseMs: 1000, lookEveryMs: 200, looks: 2, outagePauseMs: 200 },
    });
  });
  afterAll(() => world?.close());
  const fault = (given: object) => post(`${world.sandbox.url}/control/fault`, given);
  const posted = () =>
    messagesIn(world.sandbox.desk.workspace, 'C0ENGAGE').filter(({ ephemeralTo }) => !ephemeralTo);

  it('a bug is apologised for once, with a reference that is in the log, and no name is', async () => {
    await sql(world.databaseUrl, 'ALTER TABLE "Role" RENAME TO "Gone"');
    const osei = world.as('Osei');
    await osei.type('who riverside');
    await sql(world.databaseUrl, 'ALTER TABLE "Gone" RENAME TO "Role"');
    const reference = /reference: ([0-9A-F]{6})/.exec(await osei.reads())?.[1];
    expect(await osei.reads()).toContain(
      'Sorry, something went wrong on our side and this was not done.',
    );
    const line = JSON.stringify(
      logged.find(({ facts }) => (facts as { reference?: string }).reference === reference),
    );
    expect(line).toContain('a handler failed');
    expect(line).not.toMatch(/Osei|Riverside/i);
  });

  it(
    'a write that takes too long is answered with “nothing saved yet”, and counts once when it ' +
      'is done',
    async () => {
      const lock = new pg.Client({ connectionString: world.databaseUrl });
      await lock.connect();
      await lock.query('BEGIN; LOCK TABLE "Holding" IN EXCLUSIVE MODE');
      const osei = world.as('Osei');
      const typing = osei.type('claim lead');
      await pause(2700);
      expect(await osei.reads()).toContain('Nothing has been saved yet');
      await lock.query('COMMIT');
      await lock.end();
      await typing;
      await expect
        .poll(() => osei.reads())
        .toContain('You are now Practice lead for Riverside Surgery');
      expect((await world.ccgStore.register()).holdings).toHaveLength(1);
    },
  );

  it('a tap that Slack delivers twice has one effect', async () => {
    await fault({ method: 'interaction', kind: 'duplicate', times: 1 });
    await world.as('Adeyemi').type('claim diabetes');
    await expect
      .poll(
        async () =>
          (await world.ccgStore.register()).holdings.filter(
            ({ roleKey }) => roleKey === 'area_lead:diabetes',
          ).length,
      )
      .toBe(1);
  });

  it('where Slack refuses the charts, the summary comes without them, every figure in it', async () => {
    await fault({ method: 'chat.postMessage', kind: 'refuse', error: 'invalid_blocks', times: 1 });
    const nair = world.as('Nair');
    await nair.type('summary');
    await nair.tap('Post it');
    await expect.poll(() => posted().length).toBe(1);
    const types = ((posted()[0]?.blocks ?? []) as { type: string }[]).map(({ type }) => type);
    expect(types).not.toContain('data_visualization');
    expect(types).toContain('table');
  });

  it(
    'where the bot is no member of the channel, the lead is told what to do and nothing is ' +
      'called posted',
    async () => {
      await world.store.ccgs.create({ ...DEMO_CCG, channelId: 'C0GENERAL' }, new Date());
      const nair = world.as('Nair');
      await nair.type('summary');
      await nair.tap('Post it');
      await expect.poll(() => nair.reads()).toContain('I could not post in the channel');
      await world.store.ccgs.create(DEMO_CCG, new Date());
    },
  );

  it('every way a message can fail ends with everyone having it once', async () => {
    const ashworth = world.as('Ashworth');
    await ashworth.type('remind');
    await ashworth.submit({ text: 'Please bring your calendars.', audience: 'everyone' });
    await ashworth.submit();
    for (const kind of ['429', '500', 'drop_before_commit', 'drop_after_commit'])
      await fault({ method: 'chat.postMessage', kind, times: 3 });
    await fault({ method: 'conversations.open', kind: '429', times: 2 });
    await fault({ method: 'chat.postMessage', kind: 'refuse', error: 'internal_error', times: 2 });
    for (const minute of ['46', '47', '48', '49', '50']) {
      await world.moveTo(`2026-09-07T11:${minute}:00Z`);
      await pause(300);
    }
    const prompts = world.sandbox.desk.workspace.users.map(
      ({ id }) =>
        messagesIn(world.sandbox.desk.workspace, `D${id.slice(1)}`).filter(
          ({ metadata }) => metadata,
        ).length,
    );
    expect(prompts.filter((number) => number > 1)).toEqual([]);
    await expect
      .poll(
        async () => {
          await world.moveTo(new Date(world.sandbox.desk.clock.now() + 60_000).toISOString());
          return world.sandbox.desk.workspace.users.filter(({ id }) =>
            messagesIn(world.sandbox.desk.workspace, `D${id.slice(1)}`).some(
              ({ metadata }) => metadata,
            ),
          ).length;
        },
        { timeout: 20_000, interval: 500 },
      )
      .toBe(38);
  });

  it('a person Slack refuses is given up with Slack’s reason, and the others get theirs', async () => {
    await fault({
      method: 'chat.postMessage',
      kind: 'refuse',
      error: 'restricted_action',
      times: 1,
    });
    const ashworth = world.as('Ashworth');
    await ashworth.type('remind');
    await ashworth.submit({ text: 'Second reminder.', audience: 'everyone' });
    await ashworth.submit();
    await world.moveTo('2026-09-14T12:00:00Z');
    const rows = await sql(
      world.databaseUrl,
      `SELECT state::text, error FROM "Delivery" WHERE error = 'restricted_action'`,
    );
    expect(rows).toEqual([{ state: 'failed', error: 'restricted_action' }]);
  });

  it('where Slack does not let the app speak, nothing is given up, and all arrives once it does', async () => {
    await fault({ method: 'chat.postMessage', kind: 'refuse', error: 'token_revoked', times: 1 });
    const ashworth = world.as('Ashworth');
    await ashworth.type('remind');
    await ashworth.submit({ text: 'Third reminder.', audience: 'level:practice_lead' });
    await ashworth.submit();
    await world.moveTo('2026-09-21T12:00:00Z');
    expect(await world.store.deliveries.refusedBySlack(new Date())).toMatchObject({
      error: 'token_revoked',
    });
    await world.store.deliveries.endRefusal();
    await sql(world.databaseUrl, 'UPDATE "Delivery" SET "notBefore" = NULL WHERE state = \'due\'');
    await world.moveTo('2026-09-21T12:02:00Z');
    expect(await world.as('Osei').reads()).toContain('Third reminder');
  });

  it('a command that Slack passes on twice is answered once', async () => {
    await fault({ method: 'interaction', kind: 'duplicate', times: 1 });
    const before = (await world.as('Reid').messages()).length;
    await world.as('Reid').type('help');
    await pause(500);
    expect((await world.as('Reid').messages()).length - before).toBe(1);
  });

  it('when Slack closes the socket, the bot is back at once', async () => {
    world.sandbox.desk.sockets.refresh();
    await expect.poll(() => world.sandbox.desk.sockets.isOpen(), { timeout: 5000 }).toBe(true);
    await world.as('Osei').type('help');
    expect(await world.as('Osei').reads()).toContain('/ccg privacy');
  });

  it('when Slack cannot be reached at that moment either, the bot keeps trying', async () => {
    await fault({ method: 'apps.connections.open', kind: '500', times: 2 });
    world.sandbox.desk.sockets.refresh();
    await expect.poll(() => world.sandbox.desk.sockets.isOpen(), { timeout: 10_000 }).toBe(true);
  });
});

describe('where a job is held up', () => {
  let world: TestWorld;
  beforeAll(async () => {
    world = await openWorld({ startAt: '2026-09-07T11:50:00Z' });
  });
  afterAll(() => world?.close());

  it('what is sent after it is counted in the minute in which it was sent', async () => {
    const ashworth = world.as('Ashworth');
    await ashworth.type('remind');
    await ashworth.submit({ text: 'Please bring your calendars.', audience: 'everyone' });
    const lock = new pg.Client({ connectionString: world.databaseUrl });
    await lock.connect();
    // the first job of every run waits for it
    await lock.query('BEGIN; LOCK TABLE "Tick" IN ACCESS EXCLUSIVE MODE');
    await ashworth.submit();
    const moving = world.moveTo('2026-09-07T11:51:00Z');
    await pause(1000);
    const releasedAt = new Date(world.sandbox.desk.clock.now());
    await lock.query('COMMIT');
    await lock.end();
    await moving;
    const early = `SELECT "attemptedAt" FROM "Delivery" WHERE "attemptedAt" < $1`;
    expect(
      await sql(
        world.databaseUrl,
        'SELECT count(*)::int AS n FROM "Delivery" WHERE state = \'sent\'',
      ),
    ).toEqual([{ n: 38 }]);
    expect(await sql(world.databaseUrl, early, [releasedAt])).toEqual([]);
  });
});
