import { minuteOf } from '../minute.ts';
import type { Workshop } from '../timetable.ts';

/** Slack lets an app change 50 messages in any minute, and two of the clock's may touch; what is left over is drawn in the next. */
const MOST_A_MINUTE = 25;

/** Messages that say what no longer holds are drawn anew: of rounds that closed, of requests that are settled, and second copies. */
export const drawAnew = async ({ store, slack, log, stopping }: Workshop, now: Date): Promise<void> => {
  if (!(await store.once.takeTick('this minute’s messages drawn anew', minuteOf(now)))) return;
  for (const message of await store.deliveries.stale(MOST_A_MINUTE, new Date())) {
    if (stopping.aborted) return;
    const drawn = await slack.drawAnew(message);
    if (drawn.kind === 'drawn') await store.deliveries.noteDrawn(message);
    else log.warn({ ccg: message.ccgCode, delivery: message.id, error: drawn.error }, 'a message was not drawn anew');
    if (drawn.kind === 'not yet' && drawn.because !== 'slack_unavailable') {
      await store.deliveries.pauseUntil(new Date(Date.now() + drawn.afterMs), drawn.error);
      return;
    }
  }
};
