// One installation at a time.
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { withLock } from '../../src/launch/lock.mjs';
import { makeProject } from './project.ts';

const TIMES = { beatMs: 50, staleMs: 1500 };
const makeLock = () => join(makeProject(), '.installing');
const nobodyWaits = () => expect.unreachable('nothing to wait for');

describe('the lock of an installation', () => {
  it('is there during the work and gone afterwards', async () => {
    const lock = makeLock();
    expect(await withLock(lock, async () => existsSync(lock), nobodyWaits)).toBe(true);
    expect(existsSync(lock)).toBe(false);
  });

  it('is gone after work that fails, too', async () => {
    const lock = makeLock();
    const fails = () => Promise.reject(new Error('no'));
    await expect(withLock(lock, fails, nobodyWaits)).rejects.toThrow('no');
    expect(existsSync(lock)).toBe(false);
  });

  it('is waited for as long as its owner works, however long that takes', async () => {
    const lock = makeLock();
    const events: string[] = [];
    const work = async () => {
      await pause(2 * TIMES.staleMs);
      events.push('first');
    };
    const first = withLock(lock, work, nobodyWaits, TIMES);
    const second = withLock(
      lock,
      async () => events.push('second'),
      () => events.push('waits'),
      TIMES,
    );
    await Promise.all([first, second]);
    expect(events).toEqual(['waits', 'first', 'second']);
  });

  it.each(['1', String(process.pid), ''])(
    'is taken over where it holds %j and its owner is gone',
    async (left) => {
      const lock = makeLock();
      writeFileSync(lock, left);
      expect(
        await withLock(
          lock,
          async () => 'done',
          () => {},
          TIMES,
        ),
      ).toBe('done');
    },
  );

  it('is refused with the system’s reason where it cannot be written', () =>
    expect(withLock('/no/such/folder/.installing', async () => {}, nobodyWaits)).rejects.toThrow(
      'ENOENT',
    ));
});
