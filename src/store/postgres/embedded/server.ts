// The PostgreSQL that the bot brings along: it lives in the data folder, outlives a killed bot, and serves every process of the folder.
import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { asOrdinaryUser, findBinaries, POSTGRES_MAJOR } from './binaries.ts';

export type EmbeddedServer = {
  /** For migrations: the account that owns everything. */
  ownerUrl: string;
  /** For the bot: an account that cannot rewrite history. */
  botUrl: string;
  /** Ends this process's use; the last to leave stops the server. */
  leave(): Promise<void>;
};

type Running = { pid: number; port: number };

/** Whoever uses the server holds this advisory lock, shared; whoever may stop it holds it alone. */
const USERS_LOCK = 20120401;
const PATIENCE_MS = 60_000;
const MAX_FAILED_STARTS = 5;

/**
 * Joins the PostgreSQL server of a data folder, making and starting it where needed. Safe when several processes do so at once:
 * the folder is made aside and renamed into place, PostgreSQL itself allows one server a folder, and whoever loses joins.
 * @throws where the server cannot be started, with the end of its log
 */
export const joinServer = async (dataDir: string): Promise<EmbeddedServer> => {
  const folder = resolve(dataDir, 'postgres');
  if (!existsSync(folder)) await makeFolder(dataDir, folder);
  checkVersion(folder);
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (let failedStarts = 0; failedStarts < MAX_FAILED_STARTS && Date.now() < giveUpAt; ) {
    const server = (await runningServer(folder)) ?? (await startServer(dataDir, folder));
    const keeper = server && (await becomeUser(folder, server));
    if (keeper) return { ...urls(folder, server), leave: () => leave(folder, keeper, server) };
    if (!server) failedStarts += 1;
    await pause(50);
  }
  throw new Error(
    `PostgreSQL did not start. The end of ${join(dataDir, 'postgres.log')}:\n${logEnd(dataDir)}`,
  );
};

/** Stops the server of a data folder whoever uses it. False where none was running. */
export const stopServer = async (dataDir: string): Promise<boolean> => {
  const folder = resolve(dataDir, 'postgres');
  const server = await runningServer(folder);
  if (server) await stop(folder, server);
  return server !== undefined;
};

const makeFolder = async (_dataDir: string, folder: string) => {
  const aside = `${folder}.${randomBytes(4).toString('hex')}`;
  await mkdir(aside, { recursive: true, mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  const passwordFile = `${aside}.password`;
  await writeFile(passwordFile, password, { mode: 0o600 });
  const { initdb } = await findBinaries();
  const options = [
    '--username=owner',
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    `--pwfile=${passwordFile}`,
  ];
  const [program, args] = asOrdinaryUser(initdb, [...options, `--pgdata=${aside}`]);
  await promisify(execFile)(program, args).catch(explainNamespace);
  await rename(passwordFile, join(aside, 'password'));
  await rename(aside, folder).catch(async (error: NodeJS.ErrnoException) => {
    if (!existsSync(folder)) throw error;
    await rm(aside, { recursive: true }); // another process was quicker; its folder is as good as ours
  });
};

const explainNamespace = (cause: Error & { stderr?: string }): never => {
  const refused = cause.stderr?.includes('unshare');
  const remedy =
    'This machine does not let root make a user namespace for PostgreSQL. Run the bot as an ordinary user, or set DATABASE_URL.';
  throw new Error(
    refused ? remedy : `PostgreSQL could not make its folder: ${cause.stderr ?? cause.message}`,
    { cause },
  );
};

const checkVersion = (folder: string) => {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version === POSTGRES_MAJOR) return;
  throw new Error(
    `${folder} belongs to PostgreSQL ${version}, and this is ${POSTGRES_MAJOR}. Restore a backup into a new DATA_DIR, or run the version that made it.`,
  );
};

const runningServer = async (folder: string): Promise<Running | undefined> => {
  const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split(
    '\n',
  );
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid && port && isAlive(pid) ? { pid, port } : undefined;
};

const startServer = async (dataDir: string, folder: string): Promise<Running | undefined> => {
  const { postgres } = await findBinaries();
  const settings = [
    `port=${await freePort()}`,
    'listen_addresses=127.0.0.1',
    'unix_socket_directories=',
    'max_connections=200',
  ];
  const [program, args] = asOrdinaryUser(postgres, [
    '-D',
    folder,
    ...settings.flatMap((setting) => ['-c', setting]),
  ]);
  const log = openSync(join(dataDir, 'postgres.log'), 'a', 0o600);
  const server = spawn(program, args, { detached: true, stdio: ['ignore', log, log] });
  server.unref();
  let ended = false;
  server
    .once('error', () => {
      ended = true;
    })
    .once('exit', () => {
      ended = true;
    });
  while (!ended) {
    const running = await runningServer(folder);
    if (running && (await isReady(folder))) return running;
    await pause(20);
  }
  return undefined;
};

const isReady = async (folder: string) =>
  (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => ''))
    .split('\n')[7]
    ?.trim() === 'ready';

const freePort = () =>
  new Promise<number>((done, fail) => {
    const probe = createServer()
      .once('error', fail)
      .listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as { port: number };
        probe.close(() => done(port));
      });
  });

const becomeUser = async (folder: string, server: Running) => {
  const keeper = new pg.Client({
    connectionString: url(folder, server.port, 'owner'),
    application_name: 'keeper',
  });
  keeper.on('error', () => {}); // the server went away: the bot's own connections will say so
  try {
    await keeper.connect();
    await keeper.query('select pg_advisory_lock_shared($1)', [USERS_LOCK]);
    return keeper;
  } catch {
    await keeper.end().catch(() => {});
    return undefined;
  }
};

const leave = async (folder: string, keeper: pg.Client, server: Running) => {
  try {
    await keeper.query('select pg_advisory_unlock_shared($1)', [USERS_LOCK]);
    const { rows } = await keeper.query('select pg_try_advisory_lock($1) as "isLast"', [
      USERS_LOCK,
    ]);
    if (rows[0].isLast) await stop(folder, server);
  } finally {
    await keeper.end().catch(() => {});
  }
};

const stop = async (folder: string, server: Running) => {
  process.kill(server.pid, 'SIGINT'); // PostgreSQL's "fast" shutdown: open transactions are rolled back, all else is safe
  const giveUpAt = Date.now() + PATIENCE_MS;
  while (existsSync(join(folder, 'postmaster.pid')) && isAlive(server.pid) && Date.now() < giveUpAt)
    await pause(20);
};

const urls = (folder: string, server: Running) => ({
  ownerUrl: url(folder, server.port, 'owner'),
  botUrl: url(folder, server.port, 'bot'),
});

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const url = (folder: string, port: number, account: 'owner' | 'bot') =>
  `postgresql://${account}:${readFileSync(join(folder, 'password'), 'utf8')}@127.0.0.1:${port}/postgres`;

const logEnd = (dataDir: string) =>
  readFileSync(join(dataDir, 'postgres.log'), 'utf8').split('\n').slice(-8).join('\n');
