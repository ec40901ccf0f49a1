// The PostgreSQL server of a folder: whether it runs, starting it, stopping it.
import { spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync } from 'node:fs';
import { copyFile, readFile, rm, stat, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { asOrdinaryUser, findBinaries } from './binaries.ts';
import { isAlive, isPostmasterOf, kill, orphansOf, processesOf, send } from './processes.ts';

export type Running = { readonly pid: number; readonly port: number };

const START_MS = 60_000;
const STOP_MS = 30_000;
const LONGEST_LOG = 5_000_000;

/**
 * The server as its pid file has it; undefined where that process is gone, or another program's.
 */
export const runningServer = async (folder: string): Promise<Running | undefined> => {
  const [pid, port] = await readPidFile(folder);
  return pid && port && (await isPostmasterOf(folder, pid)) ? { pid, port } : undefined;
};

const readPidFile = async (
  folder: string,
): Promise<readonly [number, number, string | undefined]> => {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  return [Number(lines[0]), Number(lines[3]), lines[7]?.trim()];
};

/** The port it has, or had when it ran last. */
export const portOf = (folder: string): number | undefined => {
  const read = (name: string) => {
    const path = join(folder, name);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const last = /port=(\d+)/.exec(read('postmaster.opts'))?.[1];
  return Number(read('postmaster.pid').split('\n')[3]) || Number(last) || undefined;
};

/**
 * Starts it, at the port it had before where that is free, so that whoever used it finds it again.
 * Undefined where it ended instead of becoming ready; its log says why.
 */
export const startServer = async (
  dataDir: string,
  folder: string,
): Promise<Running | undefined> => {
  await kill(await orphansOf(folder));
  await forgetOtherProgram(folder);
  await boundLog(dataDir);
  const port = await freePort(portOf(folder) ?? 0).catch(() => freePort(0));
  const isOver = await launch(dataDir, folder, port);
  const giveUpAt = Date.now() + START_MS;
  while (!isOver() && Date.now() < giveUpAt) {
    const running = await runningServer(folder);
    if (running && (await readPidFile(folder))[2] === 'ready') return running;
    await pause(20);
  }
  return undefined;
};

const launch = async (dataDir: string, folder: string, port: number) => {
  const { postgres } = await findBinaries();
  const options = [...SETTINGS, `port=${port}`].flatMap((setting) => ['-c', setting]);
  const log = openSync(logOf(dataDir), 'a', 0o600);
  const [program, args] = asOrdinaryUser(postgres, ['-D', folder, ...options]);
  const server = spawn(program, args, { detached: true, stdio: ['ignore', log, log] });
  server.unref();
  let isOver = false;
  const end = () => {
    isOver = true;
  };
  server.once('error', end).once('exit', end);
  return () => isOver;
};

/**
 * What goes into the log: what the server does, and how it fails. Statements that fail are the
 * bot's to log: PostgreSQL's own words about them hold what was being stored.
 */
const SETTINGS = [
  ...['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'max_connections=200'],
  ...['log_min_messages=log', 'log_error_verbosity=terse', 'log_min_error_statement=panic'],
  ...['log_statement=none', 'log_min_duration_statement=-1', 'log_parameter_max_length=0'],
  ...['log_parameter_max_length_on_error=0', 'log_checkpoints=off', 'log_connections='],
];

/**
 * After a crash or a restart of the machine, the process id that PostgreSQL noted may be anybody's.
 */
const forgetOtherProgram = async (folder: string) => {
  const [pid] = await readPidFile(folder);
  if (pid && isAlive(pid) && !(await isPostmasterOf(folder, pid)))
    await rm(join(folder, 'postmaster.pid'), { force: true });
};

/**
 * Fast shutdown: open transactions are rolled back, all else is safe. Killed where it does not end.
 */
export const stopPostmaster = async (folder: string, { pid }: Running): Promise<void> => {
  send(pid, 'SIGINT');
  const giveUpAt = Date.now() + STOP_MS;
  while ((await isPostmasterOf(folder, pid)) && Date.now() < giveUpAt) await pause(20);
  await killServer(folder, pid);
};

/** Ends all processes of the server without asking; what was committed is safe. */
export const killServer = async (folder: string, pid?: number): Promise<void> => {
  const all = ((await processesOf(folder)) ?? []).map((each) => each.pid);
  const isOurs = pid !== undefined && (await isPostmasterOf(folder, pid));
  await kill([...new Set([...(isOurs ? [pid] : []), ...all])]);
};

const logOf = (dataDir: string) => join(dataDir, 'postgres.log');

/** Keeps the log and the one before it, each within bounds. PostgreSQL goes on at the new end. */
export const boundLog = async (dataDir: string): Promise<void> => {
  const path = logOf(dataDir);
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size < LONGEST_LOG) return;
  await copyFile(path, `${path}.1`);
  await truncate(path);
};

/** The last lines of the log. */
export const logEnd = async (dataDir: string): Promise<string> => {
  const text = await readFile(logOf(dataDir), 'utf8').catch(() => '');
  return text.trimEnd().split('\n').slice(-8).join('\n');
};

const freePort = (wanted: number) =>
  new Promise<number>((done, fail) => {
    const probe = createServer()
      .once('error', fail)
      .listen(wanted, '127.0.0.1', () => {
        const { port } = probe.address() as { port: number };
        probe.close(() => done(port));
      });
  });
