// The minute tick. It keeps nothing itself: a UTC minute has no gaps when clocks change, and what
// is due lives in the database.
import { schedule } from 'node-cron';
import { NOTICE_DAYS } from '../domain/roles/terms.ts';
import { nextPosting } from '../domain/summary/posting.ts';
import { describeError } from '../log.ts';
import type { Store } from '../store/store.ts';
import type { Clock } from './clock.ts';
import { minuteOf, nextMinute } from './minute.ts';
import { type JobContext, timetable } from './timetable.ts';

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
    const next = await nextDue(context, now).catch((error) =>
      context.log.error(describeError(error), 'what is next due is not known'),
    );
    return { next: next ?? undefined };
  });
  const minute = schedule('* * * * *', minuteTick, { timezone: 'UTC', noOverlap: true });
  void minuteTick();
  return {
    wake: () => void queue(() => runJobs(context, clock)),
    stop: async () => {
      await minute.destroy();
      await running;
    },
  };
};

/**
 * What all processes do together, and what this one has for the moment. Each job has the time at
 * which it begins, whatever held up those before. A job that fails is logged and keeps no other
 * from running.
 */
const runJobs = async (context: JobContext, clock: Clock, moment?: Date) => {
  for (const { name, together, run } of timetable) {
    const isOurs = async () =>
      together ||
      (moment !== undefined && (await context.store.idempotency.takeJobRun(name, moment)));
    const work = async () => ((await isOurs()) ? run(context, clock.now()) : undefined);
    await work().catch((error) =>
      context.log.error({ job: name, ...describeError(error) }, 'a job failed'),
    );
  }
};

const nextSummary = async (store: Store, now: Date) => {
  const moments = (await store.ccgs.all()).flatMap(
    ({ settings }) => nextPosting(settings, now) ?? [],
  );
  return moments.sort((a, b) => a.getTime() - b.getTime())[0];
};

const nextDue = async ({ store }: JobContext, now: Date) => {
  const isStale = (await store.deliveries.outdated(1, new Date())).length > 0;
  const moments = await Promise.all([
    isStale ? nextMinute(now) : undefined,
    store.deliveries.nextDue(now, new Date()),
    store.nextClosing(now),
    store.nextPlanned(now),
    store.deadlines.next(now, NOTICE_DAYS),
    nextSummary(store, now),
  ]);
  return moments
    .filter((moment) => moment !== undefined)
    .sort((a, b) => a.getTime() - b.getTime())[0];
};
