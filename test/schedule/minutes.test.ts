import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createLog } from '../../src/log.ts';
import { everyMinute, type Minutes } from '../../src/schedule/minutes.ts';

const HOUR_MS = 3_600_000;

describe('where the clock of the machine is set', () => {
  let minutes: Minutes | undefined;
  afterEach(async () => {
    await minutes?.stop();
    vi.useRealTimers();
  });

  const follow = () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-09-07T10:00:10Z') });
    const seen = { runs: 0, set: [] as number[], lines: [] as string[] };
    const note = (_: object, what: string) => void seen.lines.push(what);
    minutes = everyMinute(
      async () => {
        seen.runs += 1;
      },
      {
        log: { ...createLog('silent'), warn: note, error: note },
        onClockSet: (byMs) => void seen.set.push(Math.round(byMs / HOUR_MS)),
        checkEveryMs: 20,
      },
    );
    return seen;
  };

  it.each([
    ['back', '2026-09-07T08:00:10Z', -2],
    ['forward, or it slept', '2026-09-09T10:00:10Z', 48],
  ])('%s, it is told once, the minute is run at once, and no line is written', async (...given) => {
    const [, to, hours] = given;
    const seen = follow();
    await pause(60);
    vi.setSystemTime(new Date(to));
    await expect.poll(() => seen.runs).toBe(1);
    await pause(100);
    expect(seen).toEqual({ runs: 1, set: [hours], lines: [] });
  });

  it('a clock that is set right by a little is nothing to tell', async () => {
    const seen = follow();
    vi.setSystemTime(new Date('2026-09-07T10:00:05Z'));
    await pause(100);
    expect(seen.set).toEqual([]);
  });
});
