import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { joinServer, stopServer } from '../../../src/store/postgres/embedded/server.ts';
import { openStore } from '../../../src/store/postgres/open.ts';
import { sql } from '../../support/database/database.ts';

describe('the PostgreSQL that the bot brings along', () => {
  let dataDir: string;
  beforeEach(async () => {
    // a folder closed to others, with a space in its name
    const closed = await mkdtemp(join(tmpdir(), 'ccg engage '));
    await chmod(closed, 0o700);
    dataDir = join(closed, 'data');
    await mkdir(dataDir);
  });
  afterEach(async () => {
    await stopServer(dataDir);
    await rm(join(dataDir, '..'), { recursive: true });
  });
  const pidOf = async () =>
    (await readFile(join(dataDir, 'postgres/postmaster.pid'), 'utf8').catch(() => '')).split(
      '\n',
    )[0];

  it('three processes that start at once share one server, and the last to leave stops it', async () => {
    const servers = await Promise.all([
      joinServer(dataDir),
      joinServer(dataDir),
      joinServer(dataDir),
    ]);
    expect(new Set(servers.map(({ ownerUrl }) => ownerUrl)).size).toBe(1);
    await servers[0]?.leave();
    await servers[1]?.leave();
    expect(await sql(servers[2]?.ownerUrl ?? '', 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    await servers[2]?.leave();
    expect(await pidOf()).toBe('');
  });

  it('keeps what it was told when the bot is killed, and the next start joins it at once', async () => {
    const code = `import { openStore } from ${JSON.stringify(join(process.cwd(), 'src/store/postgres/open.ts'))};
      const { store } = await openStore({ databaseUrl: undefined, dataDir: ${JSON.stringify(dataDir)} });
      await store.ccgs.create({ code: '99Z', name: 'NHS Fernshire CCG', channelId: 'C0ENGAGE' }, new Date());
      console.log('written'); setInterval(() => {}, 1000);`;
    const bot = spawn(process.execPath, ['--input-type=module-typescript', '-e', code], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((done) => bot.stdout.once('data', done));
    const before = await pidOf();
    bot.kill('SIGKILL');
    await new Promise((done) => bot.once('exit', done));
    const opened = await openStore({ databaseUrl: undefined, dataDir });
    expect(await pidOf()).toBe(before);
    expect(await opened.store.ccgs.find('99Z')).toMatchObject({ name: 'NHS Fernshire CCG' });
    await opened.close();
    expect(await pidOf()).toBe('');
  });

  it('listens on loopback only, with a password that only the owner can read', async () => {
    const server = await joinServer(dataDir);
    expect(
      await sql(
        server.ownerUrl,
        `SELECT current_setting('listen_addresses') AS addresses, current_setting('fsync') ` +
          'AS fsync',
      ),
    ).toEqual([{ addresses: '127.0.0.1', fsync: 'on' }]);
    await expect(sql(server.ownerUrl.replace(/:[^:@]+@/, ':wrong@'), 'SELECT 1')).rejects.toThrow(
      'password authentication failed',
    );
    expect((await stat(join(dataDir, 'postgres/password'))).mode & 0o077).toBe(0);
    await server.leave();
  });

  it('a folder of another PostgreSQL version is refused with what to do', async () => {
    await (await joinServer(dataDir)).leave();
    await writeFile(join(dataDir, 'postgres/PG_VERSION'), '17\n');
    await expect(joinServer(dataDir)).rejects.toThrow('belongs to PostgreSQL 17, and this is 18');
  });
});
