import type { Workshop } from './timetable.ts';

/** Slack lets an app change 50 messages a minute; what is left over is drawn at the next tick. */
const MOST_A_MINUTE = 40;

/** Messages that say what no longer holds are drawn anew: of rounds that closed, of requests that are settled, and second copies. */
export const drawAnew = async ({ store, slack, log, stopping }: Workshop): Promise<void> => {
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
