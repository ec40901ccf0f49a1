import { minuteOf } from '../minute.ts';
import type { JobContext } from '../timetable.ts';

/**
 * Slack lets an app change 50 messages in any minute, and two of the clock's may touch; what is
 * left over is drawn in the next.
 */
const MAX_PER_MINUTE = 25;

/**
 * Messages that say what no longer holds are drawn anew: of rounds that closed, of requests that
 * are settled, and second copies.
 */
export const updateMessages = async (
  { store, slack, log, stopping }: JobContext,
  now: Date,
): Promise<void> => {
  if (!(await store.idempotency.takeJobRun('this minute’s messages drawn anew', minuteOf(now))))
    return;
  for (const message of await store.deliveries.outdated(MAX_PER_MINUTE, new Date())) {
    if (stopping.aborted) return;
    const drawn = await slack.updateMessage(message);
    if (drawn.kind === 'drawn') await store.deliveries.noteUpdated(message);
    else
      log.warn(
        { ccg: message.ccgCode, delivery: message.id, error: drawn.error },
        'a message was not drawn anew',
      );
    if (drawn.kind === 'not yet' && drawn.because !== 'slack_unavailable') {
      await store.deliveries.pauseUntil(new Date(Date.now() + drawn.afterMs), drawn.error);
      return;
    }
  }
};
