// The processes of the PostgreSQL of a folder, as the operating system knows them.
import { execFile } from 'node:child_process';
import { readdir, readFile, readlink, realpath } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

export type ServerProcess = {
  readonly pid: number;
  readonly parent: number;
  /** The postmaster starts all the others. */
  readonly isPostmaster: boolean;
  /** Stopped by a signal or a debugger: it does nothing, and keeps every lock it has. */
  readonly isFrozen: boolean;
};

const GONE_WITHIN_MS = 10_000;

/**
 * All processes of the PostgreSQL of this folder, those too whose postmaster is gone. PostgreSQL
 * goes into its folder, so Linux says which they are; undefined where the system does not say.
 */
export const processesOf = async (folder: string): Promise<ServerProcess[] | undefined> => {
  if (process.platform !== 'linux') return undefined;
  const ccgStore = await realpath(folder);
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map((pid) => readProcess(pid, ccgStore).catch(() => undefined)),
  );
  return found.filter((each) => each !== undefined);
};

const readProcess = async (pid: string, ccgStore: string): Promise<ServerProcess | undefined> => {
  if ((await readlink(`/proc/${pid}/cwd`)) !== ccgStore) return undefined;
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
  const [program = ''] = command.split('\0');
  if (!/(^|\/)postgres(\.exe)?$|^postgres: /.test(program)) return undefined;
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
  const [state = '', parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  if (state === 'Z' || state === 'X') return undefined;
  const isPostmaster = !program.startsWith('postgres: ');
  return { pid: Number(pid), parent: Number(parent), isPostmaster, isFrozen: /^t$/i.test(state) };
};

/** Whether this process is the postmaster of this folder, and not another program's. */
export const isPostmasterOf = async (folder: string, pid: number): Promise<boolean> => {
  if (!isAlive(pid)) return false;
  const known = await processesOf(folder);
  if (known) return known.some((each) => each.pid === pid && each.isPostmaster);
  if (process.platform === 'win32') return true;
  const { stdout } = await promisify(execFile)('ps', ['-o', 'command=', '-p', String(pid)]).catch(
    () => ({ stdout: '' }),
  );
  return stdout.includes('postgres');
};

/** Those whose postmaster is gone. PostgreSQL does not start beside them. */
export const orphansOf = async (folder: string): Promise<number[]> => {
  const all = (await processesOf(folder)) ?? [];
  const postmasters = new Set(all.filter((each) => each.isPostmaster).map(({ pid }) => pid));
  return all
    .filter(({ isPostmaster, parent }) => !isPostmaster && !postmasters.has(parent))
    .map(({ pid }) => pid);
};

/** Ends processes without asking them, and waits until they are gone. */
export const kill = async (pids: readonly number[]): Promise<void> => {
  for (const pid of pids) send(pid, 'SIGKILL');
  const giveUpAt = Date.now() + GONE_WITHIN_MS;
  while (pids.some(isAlive) && Date.now() < giveUpAt) await pause(20);
};

/** Sends a signal; to a process that is gone already, nothing. */
export const send = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
};

export const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};
