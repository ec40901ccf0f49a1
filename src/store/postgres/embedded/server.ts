// The PostgreSQL that the bot brings along: it lives in the data folder, outlives a killed bot,
// serves every process of the folder, and is started again by any of them.
import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '../../../log.ts';
import { Unusable } from '../unusable.ts';
import { createCare, type Look, type ServerLocation, stopMark } from './care.ts';
import { type FileLock, openFileLock } from './file-lock.ts';
import { explain, folderOf, hasData, isFull, prepareFolder } from './folder.ts';
import { logEnd, portOf, runningServer, stopPostmaster } from './postmaster.ts';

export type EmbeddedServer = {
  /** For migrations: the account that owns everything. */
  readonly ownerUrl: string;
  /** For the bot: an account that cannot rewrite history. */
  readonly botUrl: string;
  /** The bot's address as it is now: a server that was started again may have another port. */
  botUrlNow(): string;
  /** Ends this process's use; the last to leave stops the server. */
  leave(): Promise<void>;
};

const PATIENCE_MS = 120_000;
const MAX_FAILED_STARTS = 5;
const LOOK_EVERY_MS = 2000;
/** Whoever stops the server has so long; after that nobody waits for them. */
const STOPPING_MS = 45_000;
const MAX_PAUSE_MS = 20_000;

/**
 * Joins the PostgreSQL server of a data folder, making and starting it where needed, and keeps it
 * running until this process leaves. Safe when several processes do so at once: PostgreSQL allows
 * one server a folder, and nobody stops it while somebody uses it.
 * @throws Unusable where it cannot be started
 */
export const joinServer = async (dataDir: string, log?: Log): Promise<EmbeddedServer> => {
  const folder = await prepareFolder(dataDir);
  const place = { dataDir, folder, url: () => url(folder, 'owner') };
  const users = openUsers(dataDir);
  let isSharing = false;
  try {
    isSharing = await joinUsers(users);
    await rm(stopMark(dataDir), { force: true });
    await becomeReady(place);
  } catch (error) {
    users.close();
    throw explain(error, dataDir);
  }
  const watch = startWatch(
    place,
    () => {
      if (!isSharing) isSharing = users.share();
    },
    log,
  );
  return {
    ownerUrl: place.url(),
    botUrl: url(folder, 'bot'),
    botUrlNow: () => url(folder, 'bot'),
    leave: async () => {
      await watch.stop();
      await leave(folder, users);
    },
  };
};

/**
 * Stops the server of a data folder whoever uses it; whoever does waits until somebody joins anew.
 * False where none was running.
 */
export const stopServer = async (dataDir: string): Promise<boolean> => {
  if (!hasData(dataDir)) return false;
  const folder = folderOf(dataDir);
  const server = await runningServer(folder);
  await writeFile(stopMark(dataDir), '');
  if (server) await stopPostmaster(folder, server);
  return server !== undefined;
};

const openUsers = (dataDir: string): FileLock => {
  const path = join(resolve(dataDir), 'postgres.users');
  try {
    return openFileLock(path);
  } catch (cause) {
    throw new Unusable(`${path} cannot be written. See who owns it, and that the disk has room.`, {
      cause,
    });
  }
};

/**
 * Whoever uses the server shares this lock; whoever stops it has it alone. False where it is not to
 * be had.
 */
const joinUsers = async (users: FileLock) => {
  const giveUpAt = Date.now() + STOPPING_MS;
  while (Date.now() < giveUpAt) {
    if (users.share()) return true;
    await pause(50);
  }
  return false;
};

const becomeReady = async (place: ServerLocation) => {
  const look = createCare(place);
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (let failed = 0; failed < MAX_FAILED_STARTS && Date.now() < giveUpAt; await pause(50)) {
    const { state } = await look();
    if (state === 'ready') return;
    if (state === 'did not start') failed += 1;
  }
  throw await whyNot(place.dataDir);
};

const whyNot = async (dataDir: string) => {
  const end = await logEnd(dataDir);
  if (isFull(end)) return Object.assign(new Error(end), { code: 'ENOSPC' });
  const path = join(resolve(dataDir), 'postgres.log');
  return new Unusable(`PostgreSQL did not start. The end of ${path}:\n${end}`);
};

const startWatch = (place: ServerLocation, share: () => void, log: Log | undefined) => {
  const stopping = new AbortController();
  const look = createCare(place);
  const watch = async () => {
    let every = LOOK_EVERY_MS;
    while (!stopping.signal.aborted) {
      await pause(every, undefined, { ref: false, signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      share();
      const found = await look().catch((): Look => ({ state: 'did not start' }));
      tell(log, found);
      const isInVain = found.state === 'did not start';
      every = isInVain ? Math.min(every * 2, MAX_PAUSE_MS) : LOOK_EVERY_MS;
    }
  };
  const watching = watch();
  const stop = () => {
    stopping.abort();
    return watching;
  };
  return { stop };
};

const tell = (log: Log | undefined, { state }: Look) => {
  if (state === 'ready' || state === 'wait' || state === 'stopped on purpose') return;
  log?.warn({ postgres: state }, 'PostgreSQL was not as it should be');
};

/** Two who leave at once stand in each other's way for a moment, so each tries a few times. */
const leave = async (folder: string, users: FileLock) => {
  try {
    users.release();
    for (let tries = 0; tries < 4; tries += 1) {
      if (takeAlone(users)) return await stopFor(folder);
      await pause(10 + Math.random() * 40);
    }
  } finally {
    users.close();
  }
};

/** On a full disk nobody can: the server stays as it is, for the next who joins. */
const takeAlone = (users: FileLock) => {
  try {
    return users.takeAlone();
  } catch {
    return false;
  }
};

const stopFor = async (folder: string) => {
  const server = await runningServer(folder);
  if (server) await stopPostmaster(folder, server);
};

const url = (folder: string, account: 'owner' | 'bot') => {
  const password = readFileSync(join(folder, 'password'), 'utf8');
  return `postgresql://${account}:${password}@127.0.0.1:${portOf(folder) ?? 0}/postgres`;
};
