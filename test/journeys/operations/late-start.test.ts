import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setUpDemo } from '../../../src/demo.ts';
import { channels, readUsers } from '../../../src/sandbox/people.ts';
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import { post, visitor } from '../../../src/sandbox/visitor.ts';
import { openStore } from '../../../src/store/postgres/open.ts';
import { freePort } from '../../support/bot/port.ts';
import { type BotProcess, startProcess } from '../../support/bot/process.ts';
import { sql } from '../../support/database/database.ts';
import { type OwnPostgres, openPostgres } from '../../support/database/own-postgres.ts';
import { monday } from '../../world.ts';

describe('a bot that is started on a bad day', () => {
  let postgres: OwnPostgres;
  let sandbox: Sandbox | undefined;
  let bot: BotProcess | undefined;
  let slackPort: number;
  let healthPort: number;
  beforeAll(async () => {
    postgres = await openPostgres();
    const opened = await openStore({ databaseUrl: postgres.url, dataDir: '' });
    await setUpDemo(opened.store, monday);
    await opened.close();
  });
  afterAll(() => postgres?.close());
  beforeEach(async () => {
    [slackPort, healthPort] = [await freePort(), await freePort()];
  });
  afterEach(async () => {
    await bot?.kill('SIGKILL');
    await sandbox?.close();
  });

  const openSlack = async () => {
    sandbox = await openSandbox({
      port: slackPort,
      users: readUsers(),
      channels,
      manifestPath: 'manifest.yml',
    });
    return sandbox;
  };
  const startBot = async (until: RegExp) => {
    const slack = {
      SLACK_API_URL: `http://127.0.0.1:${slackPort}/api/`,
      SLACK_BOT_TOKEN: 'xoxb-sandbox',
      SLACK_APP_TOKEN: 'xapp-sandbox',
    };
    bot = await startProcess(
      'src/main.ts',
      { ...slack, DATABASE_URL: postgres.url, HEALTH_PORT: String(healthPort) },
      until,
    );
  };
  const health = async () => {
    const response = await fetch(`http://127.0.0.1:${healthPort}/healthz`);
    return [response.status, await response.json()];
  };
  const well = [200, { database: 'ok', slack: 'ok', jobs: 'ok' }];
  const fault = (method: string, error: string) =>
    post(`http://127.0.0.1:${slackPort}/control/fault`, {
      method,
      kind: 'refuse',
      error,
      times: 1,
    });
  const helps = async () => {
    const reid = visitor(`http://127.0.0.1:${slackPort}`, readUsers(), 'Reid');
    // it connects a moment after both the database and Slack have answered
    await expect.poll(() => reid.type('help')).toEqual({ ok: true });
    expect(await reid.reads()).toContain('/ccg privacy');
  };

  it('waits for Slack, and says so', async () => {
    await startBot(/Slack cannot be reached/);
    expect(await health()).toMatchObject([503, { database: 'ok', slack: 'not reachable' }]);
    await openSlack();
    await expect.poll(health).toEqual(well);
    await helps();
  });

  it('waits for Slack that answers with a fault of its own', async () => {
    await openSlack();
    await fault('apps.connections.open', 'internal_error');
    await startBot(/connected to Slack/);
    await helps();
  });

  it('ends with Slack’s reason where Slack does not want it', async () => {
    await openSlack();
    await fault('apps.connections.open', 'token_revoked');
    await startBot(/$never/); // until it has ended
    expect(bot?.child.exitCode).toBe(1);
    expect(bot?.output()).toContain('token_revoked');
  });

  it('waits for the database, and says so', async () => {
    await postgres.stop();
    await openSlack();
    await startBot(/the database cannot be reached/);
    expect(await health()).toEqual([503, { database: 'not reachable' }]);
    await postgres.start();
    await expect.poll(health).toEqual(well);
    await helps();
  });

  it('goes on where the database goes away while it waits for Slack', async () => {
    await startBot(/Slack cannot be reached/);
    await postgres.stop();
    await openSlack();
    await expect.poll(health).toMatchObject([503, { database: 'not reachable', slack: 'ok' }]);
    await postgres.start();
    await expect.poll(health).toEqual(well);
    await helps();
  });

  it('says so when Slack goes away later', async () => {
    await openSlack();
    await startBot(/connected to Slack/);
    expect(await health()).toEqual(well);
    await sandbox?.close();
    await expect.poll(health).toMatchObject([503, { database: 'ok', slack: 'not reachable' }]);
    await openSlack();
    await expect.poll(health).toEqual(well);
  });

  it('answers people although Slack had no answer for it at first', async () => {
    await openSlack();
    await fault('auth.test', 'internal_error');
    await startBot(/connected to Slack/);
    await helps();
  });

  it('says so when the database becomes read-only, and is well when it no longer is', async () => {
    await openSlack();
    await startBot(/connected to Slack/);
    const setReadOnly = async (to: 'on' | 'off') => {
      await sql(postgres.url, `ALTER SYSTEM SET default_transaction_read_only = ${to}`);
      await sql(postgres.url, 'SELECT pg_reload_conf()');
    };
    await setReadOnly('on');
    await expect
      .poll(health)
      .toMatchObject([503, { database: expect.stringContaining('written') }]);
    await setReadOnly('off');
    await expect.poll(health).toEqual(well);
  });

  it('ends with a sentence where Slack does not accept the token', async () => {
    await openSlack();
    await fault('auth.test', 'invalid_auth');
    await startBot(/$never/); // until it has ended
    expect(bot?.child.exitCode).toBe(1);
    expect(bot?.output()).toContain('Slack does not accept SLACK_BOT_TOKEN (invalid_auth).');
  });

  it('ends with a sentence where the token is of another workspace, and sends nothing', async () => {
    await openSlack();
    await sql(
      postgres.url,
      `UPDATE "Workspace" SET "teamId" = 'T0OTHER', name = 'Our own workspace'`,
    );
    await startBot(/$never/); // until it has ended
    await sql(postgres.url, 'DELETE FROM "Workspace"');
    expect(bot?.child.exitCode).toBe(1);
    expect(bot?.output()).toContain('this data belongs to Our own workspace (T0OTHER)');
    expect([...(sandbox?.desk.workspace.messages.values() ?? [])].flat()).toEqual([]);
  });

  it.each([
    ['waits for Slack', /Slack cannot be reached/],
    ['has connected', /connected to Slack/],
  ])('stops cleanly while it %s, also when it is told twice', async (_, until) => {
    if (String(until).includes('connected')) await openSlack();
    await startBot(until);
    bot?.child.kill('SIGTERM');
    expect(await bot?.kill('SIGTERM')).toBe(0);
  });

  it('stops cleanly while it waits for the database', async () => {
    await postgres.stop();
    await startBot(/the database cannot be reached/);
    bot?.child.kill('SIGINT');
    expect(await bot?.kill('SIGTERM')).toBe(0);
    await postgres.start();
  });

  it('writes nothing but lines of JSON', async () => {
    await startBot(/Slack cannot be reached/);
    await bot?.kill('SIGTERM');
    const lines = (bot?.output() ?? '').split('\n').filter((line) => line !== '');
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(() => JSON.parse(line), line).not.toThrow();
  });
});
