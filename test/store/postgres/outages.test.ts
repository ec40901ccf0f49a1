import { mkdtemp, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onConnection } from '../../../src/store/postgres/connection.ts';
import { joinServer, stopServer } from '../../../src/store/postgres/embedded/server.ts';
import { type OpenStore, openStore } from '../../../src/store/postgres/open.ts';
import { findVictim, type Victim } from '../../chaos/outages.ts';
import { runProcess } from '../../support/bot/process.ts';
import { sql } from '../../support/database/database.ts';

const PATIENCE = { timeout: 60_000, interval: 200 };
// elsewhere the system does not say which processes are whose
const isLinux = process.platform === 'linux';

describe.skipIf(!isLinux)('the bot’s own PostgreSQL', () => {
  let dataDir: string;
  let bot: OpenStore;
  const folder = () => join(dataDir, 'postgres');
  const pidOf = async () =>
    Number(
      (await readFile(join(folder(), 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')[0],
    );
  const ccg = (...args: string[]) => runProcess('src/cli.ts', { DATA_DIR: dataDir }, args);
  const count = () =>
    bot.store.ccgs.all().then(
      (all) => all.length,
      () => 'away',
    );
  const isBack = () => expect.poll(count, PATIENCE).toBe(1);
  /** The process as it is, with the server there and the bot connected. */
  const find = async (who: Victim) => {
    await expect
      .poll(async () => [await count(), await findVictim(folder(), who)], PATIENCE)
      .toEqual([1, expect.any(Number)]);
    return (await findVictim(folder(), who)) ?? 0;
  };
  /** Resolves once another has taken its place. */
  const signal = async (who: Victim, name: NodeJS.Signals) => {
    const pid = await find(who);
    process.kill(pid, name);
    await expect.poll(() => findVictim(folder(), who), PATIENCE).not.toBe(pid);
  };

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'ccg-engage-'));
    bot = await openStore({ databaseUrl: undefined, dataDir });
    await bot.store.ccgs.create(
      { code: '99Z', name: 'NHS Fernshire CCG', channelId: 'C0ENGAGE' },
      new Date(),
    );
  });
  afterAll(async () => {
    await bot.close();
    await rm(dataDir, { recursive: true });
  });

  it.each(['postmaster', 'bot postgres', 'checkpointer', 'walwriter', 'io worker'] as const)(
    'is back by itself when its %s is killed',
    async (who) => {
      await signal(who, 'SIGKILL');
      await isBack();
    },
  );

  it.each(['postmaster', 'bot postgres', 'checkpointer'] as const)(
    'is back by itself when its %s stands still',
    async (who) => {
      await signal(who, 'SIGSTOP');
      await isBack();
    },
  );

  it('after a backend crashed, a command that ends does not stop it under the bot', async () => {
    await signal('bot postgres', 'SIGKILL');
    await isBack();
    const before = await pidOf();
    expect((await ccg('deliveries')).code).toBe(0);
    expect(await pidOf()).toBe(before);
    expect(await count()).toBe(1);
  });

  it('starts where the process id it noted has become another program’s', async () => {
    process.kill(await find('postmaster'), 'SIGKILL');
    const path = join(folder(), 'postmaster.pid');
    const lines = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, [process.pid, ...lines.slice(1)].join('\n'));
    await isBack();
  });

  it('once stopped by command it stays so, until somebody joins anew', async () => {
    expect((await ccg('stop')).output).toContain('PostgreSQL has stopped.');
    expect((await ccg('stop')).output).toContain('PostgreSQL was not running.');
    expect(await count()).toBe('away');
    expect((await ccg('deliveries')).code).toBe(0);
    await isBack();
  });

  it('its log holds nothing of a row', async () => {
    const { ownerUrl, leave } = await joinServer(dataDir);
    const again =
      `INSERT INTO "Ccg" (code, name, "channelId", "createdAt") VALUES ('99Z', 'Dr Secret', ` +
      `'C0SECRET', now())`;
    await expect(sql(ownerUrl, again)).rejects.toThrow('duplicate key');
    await expect(sql(ownerUrl, `SELECT 'Dr Secret'::uuid`)).rejects.toThrow('invalid input');
    // PostgreSQL names what a killed process did
    const slow = onConnection(ownerUrl, (client) =>
      client.query(`SELECT pg_sleep(30), 'Dr Secret'`),
    ).catch(() => {});
    await expect.poll(async () => (await sql(ownerUrl, RUNNING)).length).toBe(1);
    const [{ pid } = {}] = await sql(ownerUrl, RUNNING);
    process.kill(Number(pid), 'SIGKILL');
    await slow;
    await isBack();
    const log = await readFile(join(dataDir, 'postgres.log'), 'utf8');
    expect(log).toContain('was terminated by signal 9');
    expect(log).not.toContain('Secret');
    await leave();
  });

  it('its log is kept within bounds while it runs', async () => {
    const path = join(dataDir, 'postgres.log');
    await truncate(path, 6_000_000);
    await expect
      .poll(async () => (await stat(path)).size, { timeout: 30_000 })
      .toBeLessThan(1_000_000);
    expect((await stat(`${path}.1`)).size).toBe(6_000_000);
  });
});

const RUNNING =
  `SELECT pid FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND pid <> ` +
  'pg_backend_pid()';

describe.skipIf(!isLinux)('a data folder', () => {
  it('may lie at the end of a path that is too long for a socket', async () => {
    const top = await mkdtemp(join(tmpdir(), 'ccg-engage-'));
    const dataDir = join(top, 'a'.repeat(120), 'b'.repeat(120));
    const server = await joinServer(dataDir);
    expect(await sql(server.ownerUrl, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await server.leave();
    await stopServer(dataDir);
    await rm(top, { recursive: true });
  });
});
