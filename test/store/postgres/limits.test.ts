import { type ChildProcess, spawn } from 'node:child_process';
import { connect as connectSocket, createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { onConnection } from '../../../src/store/postgres/connection.ts';
import { lookAt } from '../../../src/store/postgres/given.ts';
import { applyPending, migrate } from '../../../src/store/postgres/migrate.ts';
import { openStore } from '../../../src/store/postgres/open.ts';
import { createPool } from '../../../src/store/postgres/pool.ts';
import { Unusable } from '../../../src/store/postgres/unusable.ts';
import { createStore } from '../../../src/store/store.ts';
import { newDatabase, sql } from '../../support/database/database.ts';

const now = new Date();
const SRC = join(process.cwd(), 'src/store');

describe('a process that stands still in the middle of a transaction', () => {
  let frozen: ChildProcess | undefined;
  afterEach(() => frozen?.kill('SIGKILL'));

  it.skipIf(process.platform === 'win32')(
    'is passed by, and finds its transaction gone when it goes on',
    async () => {
      const url = await newDatabase();
      const code = `const { connect } = await import('${SRC}/database.ts'); const { lookAt } = await import('${SRC}/postgres/given.ts');
      const db = connect(await lookAt('${url}', 2));
      await db.$transaction(async (tx) => {
        await tx.$queryRaw\`SELECT pg_advisory_xact_lock(hashtext('claiming'))::text\`;
        console.log('holds the lock');
        await new Promise((done) => process.once('SIGUSR1', done));
        await tx.$queryRaw\`SELECT 1\`;
      }).then(() => console.log('went on'), () => console.log('gone'));
      console.log(JSON.stringify(await db.$queryRaw\`SELECT 2 AS two\`));
      process.exit();`;
      frozen = spawn(process.execPath, ['--input-type=module', '-e', code], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      frozen.stdout?.on('data', (data) => {
        output += data;
      });
      await expect.poll(() => output).toContain('holds the lock');
      frozen.kill('SIGSTOP');
      const store = createStore(await lookAt(url, 2));
      expect(await store.deliveries.leaseDue(now, now, { take: 1, until: now }, 200)).toEqual([]);
      await store.close();
      frozen.kill('SIGUSR1');
      frozen.kill('SIGCONT');
      await expect.poll(() => output).toContain('gone\n[{"two":2}]');
    },
  );
});

describe('migrating', () => {
  it('locks nothing beyond its transactions, so that a pooler hands on nothing', async () => {
    const url = await newDatabase(true);
    const locks = await onConnection(url, async (client) => {
      await applyPending(client);
      return client.query(
        `SELECT locktype FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory'`,
      );
    });
    expect(locks.rows).toEqual([]);
  });

  it('waits for nobody where there is nothing to apply', async () => {
    const url = await newDatabase();
    await onConnection(url, async (other) => {
      await other.query(
        'BEGIN; SELECT pg_advisory_xact_lock(72707369); LOCK TABLE _prisma_migrations IN ' +
          'EXCLUSIVE MODE',
      );
      await migrate(url);
    });
  });
});

describe('the connections of a process', () => {
  it('are as many as its account may have, and what finds none waits its turn', async () => {
    const url = await newDatabase();
    const account = `few_${Date.now()}`;
    await sql(
      url,
      `CREATE ROLE ${account} LOGIN PASSWORD 'few' CONNECTION LIMIT 3; GRANT SELECT ON ALL ` +
        `TABLES IN SCHEMA public TO ${account}`,
    );
    const asFew = url.replace(/\/\/[^@]+@/, `//${account}:few@`);
    const few = await lookAt(asFew, 12);
    expect(few.size).toBe(2);
    const stores = [createStore(few), createStore({ ...few, size: 12 })];
    const asked = await Promise.all(
      stores.flatMap((store) => Array.from({ length: 40 }, () => store.ccgs.all())),
    );
    expect(asked).toEqual(Array.from({ length: 80 }, () => []));
    await Promise.all(stores.map((store) => store.close()));
  });

  it('one that PostgreSQL ends while nobody listens ends no process', async () => {
    const url = await newDatabase();
    const pool = createPool({ url: () => url, size: 1 });
    const client = await pool.connect();
    const { rows } = await client.query('SELECT pg_backend_pid() AS pid');
    await sql(url, `SELECT pg_terminate_backend(${rows[0].pid})`);
    await expect(client.query('SELECT 1')).rejects.toThrow();
    client.release(true);
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
  });

  it('one whose host has gone silent is given up for another', async () => {
    const url = await newDatabase();
    const host = await standBetween();
    const pool = createPool({ url: () => host.through(url), size: 1, silenceMs: 500 });
    await pool.query('SELECT 1');
    host.lose();
    await expect(pool.query('SELECT 1')).rejects.toThrow('PostgreSQL went silent.');
    host.find();
    expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }]);
    await pool.end();
    host.close();
  });
});

describe('a pooler that passes on no time limits', () => {
  const throughPooler = async (work: (url: string, direct: string) => Promise<void>) => {
    const direct = await newDatabase(true);
    const account = `app_${Date.now()}`;
    await sql(direct, `CREATE ROLE ${account} LOGIN PASSWORD 'app'`);
    await sql(direct, `ALTER DATABASE ${new URL(direct).pathname.slice(1)} OWNER TO ${account}`);
    const pooler = await standBetween({ refusesOptions: true });
    await work(pooler.through(direct.replace(/\/\/[^@]+@/, `//${account}:app@`)), direct);
    pooler.close();
  };

  it('is refused in a sentence with what to do, and taken once that is done', () =>
    throughPooler(async (databaseUrl, direct) => {
      const refused = await openStore({ databaseUrl, dataDir: '' }).catch((error) => error);
      expect(refused).toBeInstanceOf(Unusable);
      expect(refused.message).toContain('Give PostgreSQL’s own address');
      for (const statement of refused.message.match(/ALTER ROLE .*;/g))
        await sql(direct, statement);
      const opened = await openStore({ databaseUrl, dataDir: '' });
      expect(await opened.store.ccgs.all()).toEqual([]);
      await opened.close();
    }));
});

type Between = {
  /** The address of a PostgreSQL through here. */
  through(url: string): string;
  lose(): void;
  find(): void;
  close(): void;
};

/** Stands between the bot and the PostgreSQL of the tests, as a network does, or pgbouncer. */
const standBetween = async ({ refusesOptions = false } = {}): Promise<Between> => {
  const real = new URL(inject('postgresUrl'));
  const sockets: Socket[] = [];
  let isLost = false;
  const server: Server = createServer((near) => {
    const far = connectSocket(Number(real.port), real.hostname);
    sockets.push(near, far);
    for (const each of [near, far]) each.on('error', () => {});
    near.once('data', (startup) => {
      if (!refusesOptions || !startup.includes('\0options\0')) far.write(startup);
      else near.end(errorResponse('unsupported startup parameter: options'));
      near.on('data', (data) => isLost || far.write(data));
    });
    far.on('data', (data) => isLost || near.write(data));
    far.on('end', () => near.end());
    near.on('end', () => far.end());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return {
    through: (url) => Object.assign(new URL(url), { port: String(port) }).href,
    lose: () => {
      isLost = true;
    },
    find: () => {
      isLost = false;
    },
    close: () => {
      server.close();
      for (const each of sockets) each.destroy();
    },
  };
};

/** PostgreSQL's ErrorResponse, with pgbouncer's SQLSTATE. */
const errorResponse = (words: string) => {
  const fields = Buffer.from(`SFATAL\0C08P01\0M${words}\0\0`);
  const length = Buffer.alloc(4);
  length.writeInt32BE(fields.length + 4);
  return Buffer.concat([Buffer.from('E'), length, fields]);
};
