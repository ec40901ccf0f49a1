// One installation at a time in a folder. Whoever installs rewrites the lock file every second; one
// that stays as it is belongs to a process that has ended. Process ids would not do: containers
// share them (every start there may be process 1), and a machine gives them out again.
import { randomUUID } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** How often the owner rewrites the lock file, and after how long without it another takes over. */
const TIMES = { beatMs: 1000, staleMs: 10_000 };
const LOOK_MS = 100;

/**
 * Does the work while no other process does any under the same lock.
 * @template Result
 * @param {string} path the lock file
 * @param {() => Promise<Result>} work
 * @param {() => void} onWait called once where another process holds the lock
 * @param {typeof TIMES} times
 * @throws where the lock file cannot be written, with the system's error
 */
export const withLock = async (path, work, onWait, times = TIMES) => {
  const owner = randomUUID();
  if (!create(path, owner)) {
    onWait();
    do await freed(path, times.staleMs);
    while (!create(path, owner));
  }
  const beating = setInterval(() => beat(path, owner), times.beatMs);
  try {
    return await work();
  } finally {
    clearInterval(beating);
    if (read(path)?.startsWith(owner)) rmSync(path, { force: true });
  }
};

/** @param {string} path @param {string} owner */
const create = (path, owner) => {
  try {
    writeFileSync(path, owner, { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
};

/**
 * A full disk or a removed folder must not end the work.
 * @param {string} path
 * @param {string} owner
 */
const beat = (path, owner) => {
  try {
    if (read(path)?.startsWith(owner)) writeFileSync(path, `${owner} ${Date.now()}`);
  } catch {}
};

/**
 * Waits until the lock file is gone; removes one that nobody has rewritten for long.
 * @param {string} path
 * @param {number} staleMs
 */
const freed = async (path, staleMs) => {
  let last = read(path);
  let since = performance.now();
  while (last !== undefined && performance.now() - since < staleMs) {
    await pause(LOOK_MS);
    const now = read(path);
    if (now !== last) since = performance.now();
    last = now;
  }
  if (last !== undefined && read(path) === last) rmSync(path, { force: true });
};

/** What the lock file holds; undefined where there is none. @param {string} path */
const read = (path) => {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    return code === 'ENOENT' ? undefined : String(code);
  }
};
