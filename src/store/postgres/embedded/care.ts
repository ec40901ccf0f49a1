// One look at the PostgreSQL of a folder, and what is to be done about what is found: whoever uses
// it looks again and again, so that it is there again whatever ended or froze it.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { openFileLock } from './file-lock.ts';
import { boundLog, killServer, type Running, runningServer, startServer } from './postmaster.ts';
import { kill, processesOf, type ServerProcess } from './processes.ts';

/** What a look found, or did. */
export type Look =
  | { readonly state: 'ready' }
  /** It starts, recovers or stops; or another process is starting it. */
  | { readonly state: 'wait' }
  | { readonly state: 'stopped on purpose' }
  | { readonly state: 'started' | 'did not start' | 'killed a frozen process' | 'killed' };

export type ServerLocation = {
  readonly dataDir: string;
  readonly folder: string;
  /** The address of its server as it is now, for the account `owner`. */
  url(): string;
};

/** So long a process may stand still, as in a debugger, before it is taken for frozen. */
const FROZEN_MS = 5000;
const PROBE_MS = 5000;
/** So many unanswered questions in a row, and it is taken for hung. */
const MAX_SILENCES = 3;
/** So long somebody may take to start it before somebody else does so too. */
const STARTING_MS = 90_000;

/** Made by `npm run ccg -- stop`: nobody starts it again but who joins anew. */
export const stopMark = (dataDir: string): string => join(dataDir, 'postgres.stopped');

/** It was stopped, or its folder is being deleted. */
const isMeantToRest = ({ dataDir, folder }: ServerLocation) =>
  existsSync(stopMark(dataDir)) || !existsSync(join(folder, 'PG_VERSION'));

/** Looks, and remembers between looks who stands still and how often there was no answer. */
export const createCare = (place: ServerLocation) => {
  const standStill = watchFrozen();
  let silences = 0;
  let waitingSince: number | undefined;

  const start = async (): Promise<Look> => {
    const lock = openFileLock(join(place.dataDir, 'postgres.starting'));
    waitingSince ??= Date.now();
    try {
      if (!lock.takeAlone() && Date.now() - waitingSince < STARTING_MS) return { state: 'wait' };
      if (await runningServer(place.folder)) return { state: 'wait' };
      const started = await startServer(place.dataDir, place.folder);
      return { state: started ? 'started' : 'did not start' };
    } finally {
      lock.close();
    }
  };

  const killFrozen = async ({ pid }: Running): Promise<Look | undefined> => {
    const frozen = standStill((await processesOf(place.folder)) ?? []);
    if (frozen.length === 0) return undefined;
    if (frozen.includes(pid)) await killServer(place.folder, pid);
    else await kill(frozen); // PostgreSQL then starts all others anew: whatever it held is free
    return { state: 'killed a frozen process' };
  };

  const question = async (server: Running): Promise<Look> => {
    const answer = await probe(place.url());
    silences = answer === 'silent' ? silences + 1 : 0;
    if (answer === 'ready') return { state: 'ready' };
    if (silences < MAX_SILENCES) return { state: 'wait' };
    silences = 0;
    await killServer(place.folder, server.pid);
    return { state: 'killed' };
  };

  return async (): Promise<Look> => {
    const server = await runningServer(place.folder);
    if (!server && isMeantToRest(place)) return { state: 'stopped on purpose' };
    if (!server) return start();
    waitingSince = undefined;
    await boundLog(place.dataDir);
    return (await killFrozen(server)) ?? question(server);
  };
};

/** Who has stood still for too long, look after look. */
const watchFrozen = () => {
  const since = new Map<number, number>();
  return (all: readonly ServerProcess[]): number[] => {
    const frozen = all.filter(({ isFrozen }) => isFrozen).map(({ pid }) => pid);
    for (const pid of since.keys()) if (!frozen.includes(pid)) since.delete(pid);
    for (const pid of frozen) since.set(pid, since.get(pid) ?? Date.now());
    return frozen.filter((pid) => Date.now() - (since.get(pid) ?? 0) >= FROZEN_MS);
  };
};

/** Refused is an answer too: it starts, stops or recovers, or has no connection left. */
const probe = async (url: string): Promise<'ready' | 'refused' | 'silent'> => {
  const limits = { connectionTimeoutMillis: PROBE_MS, query_timeout: PROBE_MS };
  const client = new pg.Client({ connectionString: url, application_name: 'watch', ...limits });
  client.on('error', () => {}); // the statement under way says so
  try {
    await client.connect();
    await client.query('SELECT 1');
    return 'ready';
  } catch (error) {
    return /time-?out/i.test((error as Error).message) ? 'silent' : 'refused';
  } finally {
    (
      client as unknown as { connection: { stream: { destroy(): void } } }
    ).connection.stream.destroy();
  }
};
