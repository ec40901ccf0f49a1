// The minute tick. It keeps nothing itself: a UTC minute has no gaps when clocks change, and what
// is due lives in the database.
import { describeError } from '../log.ts';
import type { Clock } from './clock.ts';
import type { Job, JobContext } from './job.ts';
import { earliest, minuteOf } from './minute.ts';
import { everyMinute } from './minutes.ts';
import { timetable } from './timetable.ts';

/** `wake` runs the timetable now, for what is to go at once. */
export type Ticker = { wake(): void; stop(): Promise<void> };

/**
 * Runs the timetable at once, to catch up, then every minute and whenever the clock is moved. One
 * run at a time.
 */
export const startTicker = (context: JobContext, clock: Clock): Ticker => {
  let running: Promise<void> = Promise.resolve();
  const queue = (work: () => Promise<void>) => {
    running = running.then(work);
    return running;
  };
  const tick = (moment: Date) => queue(() => runJobs(context, clock, moment));
  const minuteTick = () => tick(minuteOf(clock.now()));
  clock.onMove(async (now) => {
    await tick(now);
    return { next: await nextDue(context, now) };
  });
  const onClockSet = (byMs: number) => {
    context.log.warn({ bySeconds: Math.round(byMs / 1000) }, 'the clock of the machine was set');
    if (byMs < 0) void queue(() => allowAgain(context, clock.now()));
  };
  const minutes = everyMinute(minuteTick, { log: context.log, onClockSet });
  void queue(() => allowAgain(context, clock.now()));
  void minuteTick();
  return {
    wake: () => void queue(() => runJobs(context, clock)),
    stop: async () => {
      await minutes.stop();
      await running;
    },
  };
};

/**
 * What every process does, and what this one has for the moment. Each job has the time at which it
 * begins, whatever held up those before. A job that fails is logged and keeps no other from
 * running.
 */
const runJobs = async (context: JobContext, clock: Clock, moment?: Date) => {
  let isWhole = true;
  for (const job of timetable)
    await runJob(context, clock, job, moment).catch((error) => {
      isWhole = false;
      context.log.error({ job: job.name, ...describeError(error) }, 'a job failed');
    });
  if (isWhole) context.onRoundEnd();
};

const runJob = async (context: JobContext, clock: Clock, job: Job, moment?: Date) => {
  if (job.runsOn === 'every process' || (moment && (await takeRun(context, job, moment))))
    await job.run(context, clock.now());
};

/**
 * The clock was set back, now or while the bot was down: what was done at moments that come again
 * keeps nothing from being done then.
 */
const allowAgain = async ({ store, log }: JobContext, now: Date) => {
  const later = async () => {
    if ((await store.idempotency.deleteRunsAfter(now)) > 0)
      await store.deliveries.shortenWaits(new Date());
  };
  await later().catch((error) =>
    log.error(describeError(error), 'what was done at later moments is not forgotten'),
  );
};

const takeRun = ({ store }: JobContext, { name }: Job, moment: Date) =>
  store.idempotency.takeJobRun(name, moment);

/** The next moment at which any job has something to do. */
const nextDue = async (context: JobContext, now: Date): Promise<Date | undefined> =>
  earliest(await Promise.all(timetable.map((job) => askNext(context, job, now))));

const askNext = (context: JobContext, { name, nextDue }: Job, now: Date) =>
  nextDue?.(context, now).catch((error) => {
    context.log.error({ job: name, ...describeError(error) }, 'what is next due is not known');
    return undefined;
  });
