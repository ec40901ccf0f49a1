// A PostgreSQL server of a test's own, that can be stopped and started again at the same address.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { asOrdinaryUser, findBinaries } from '../../../src/store/postgres/embedded/binaries.ts';
import { joinServer } from '../../../src/store/postgres/embedded/server.ts';

export type OwnPostgres = {
  readonly url: string;
  start(): Promise<void>;
  /** Ends every connection, and refuses new ones until it is started again. */
  stop(): Promise<void>;
  close(): Promise<void>;
};

export const openPostgres = async (): Promise<OwnPostgres> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'ccg-engage-own-'));
  const { ownerUrl: url, leave } = await joinServer(dataDir); // makes the folder
  await leave();
  const settings = [
    `port=${new URL(url).port}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
  ];
  const options = [
    '-D',
    join(dataDir, 'postgres'),
    ...settings.flatMap((setting) => ['-c', setting]),
  ];
  let server: ChildProcess | undefined;
  const start = async () => {
    const { postgres } = await findBinaries();
    server = spawn(...asOrdinaryUser(postgres, options), { stdio: 'ignore' });
    while (!(await answers(url))) await pause(50);
  };
  const stop = async () => {
    const ended = server && once(server, 'exit');
    server?.kill('SIGINT'); // PostgreSQL's fast shutdown
    await ended;
    server = undefined;
  };
  const close = async () => {
    await stop();
    await rm(dataDir, { recursive: true });
  };
  await start();
  return { url, start, stop, close };
};

const answers = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  const isThere = await client.connect().then(
    () => true,
    () => false,
  );
  await client.end().catch(() => {});
  return isThere;
};
