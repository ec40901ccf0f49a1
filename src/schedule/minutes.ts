// Something to do every minute, also where the machine's clock is set, or the machine slept.
import { performance } from 'node:perf_hooks';
import { schedule } from 'node-cron';
import type { Log } from '../log.ts';

export type Minutes = { stop(): Promise<void> };

type Options = {
  readonly log: Log;
  /** The clock was set by so many milliseconds; less than nothing where it was set back. */
  onClockSet(byMs: number): void;
  readonly checkEveryMs?: number;
};

const CHECK_MS = 5000;
/** Clocks are set right by little all the time. */
const TOLERANCE_MS = 30_000;

/**
 * Runs `work` at every minute. node-cron waits for a time of the day, so where that changes beside
 * the monotonic clock it is begun again, and the minute that was missed is run.
 */
export const everyMinute = (work: () => Promise<void>, options: Options): Minutes => {
  const { log, onClockSet, checkEveryMs = CHECK_MS } = options;
  let task = startCron(work, log);
  let offset = readOffset();
  const check = setInterval(() => {
    const byMs = readOffset() - offset;
    if (Math.abs(byMs) < TOLERANCE_MS) return;
    offset += byMs;
    void task.destroy();
    task = startCron(work, log);
    onClockSet(byMs);
    void work();
  }, checkEveryMs);
  return {
    stop: async () => {
      clearInterval(check);
      await task.destroy();
    },
  };
};

const readOffset = () => Date.now() - performance.now();

const startCron = (work: () => Promise<void>, log: Log) =>
  schedule('* * * * *', work, {
    timezone: 'UTC',
    noOverlap: true,
    suppressMissedWarning: true, // what was missed is caught up with in one run
    logger: {
      debug: () => {},
      info: () => {},
      warn: (message) => log.warn({}, String(message)),
      error: (message) => log.error({}, String(message)),
    },
  });
