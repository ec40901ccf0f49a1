// The minute tick. It keeps nothing itself: a UTC minute has no gaps when clocks change, and what is due lives in the database.
import { schedule } from 'node-cron';
import { NOTICE_DAYS } from '../domain/terms.ts';
import { describeError } from '../log.ts';
import type { Clock } from './clock.ts';
import { timetable, type Workshop } from './timetable.ts';

/** `wake` runs the timetable now, for what is to go at once. */
export type Ticker = { wake(): void; stop(): Promise<void> };

/** Runs the timetable at once, to catch up, then every minute and whenever the clock is moved. One run at a time. */
export const startTicker = (workshop: Workshop, clock: Clock): Ticker => {
  let running: Promise<void> = Promise.resolve();
  const tick = () => {
    running = running.then(() => runTimetable(workshop, clock.now()));
    return running;
  };
  clock.onMove(async (now) => {
    await tick();
    return { next: await nextDue(workshop, now) };
  });
  const minute = schedule('* * * * *', tick, { timezone: 'UTC', noOverlap: true });
  void tick();
  return {
    wake: () => void tick(),
    stop: async () => {
      await minute.destroy();
      await running;
    },
  };
};

/** A job that fails is logged and does not keep the others from running. */
const runTimetable = async (workshop: Workshop, now: Date) => {
  for (const { name, run } of timetable) {
    await run(workshop, now).catch((error) => workshop.log.error({ job: name, ...describeError(error) }, 'a job failed'));
  }
};

const nextDue = async ({ store }: Workshop, now: Date) => {
  const moments = await Promise.all([
    store.deliveries.nextDue(now),
    store.nextClosing(now),
    store.occasions.next(now, NOTICE_DAYS),
  ]);
  return moments.filter((moment) => moment !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];
};
