import type { JobContext } from '../job.ts';
import { minuteOf, nextMinute } from '../minute.ts';
import { pauseAfter } from '../pause.ts';

/**
 * Slack lets an app change 50 messages in any minute, which may begin within one of the clock's;
 * what is left over is updated in the next.
 */
const MAX_PER_MINUTE = 25;

/** Updates messages that are out of date: of closed rounds, of settled requests, second copies. */
export const updateMessages = async (context: JobContext, now: Date): Promise<void> => {
  const { store, slack, log, stopping } = context;
  if (!(await store.idempotency.takeJobRun('update outdated messages, this minute', minuteOf(now))))
    return;
  for (const message of await store.deliveries.outdated(MAX_PER_MINUTE, new Date())) {
    if (stopping.aborted) return;
    const updated = await slack.updateMessage(message);
    if (updated.kind === 'updated') await store.deliveries.noteUpdated(message);
    else
      log.warn(
        { ccg: message.ccgCode, delivery: message.id, error: updated.error },
        'a message was not updated',
      );
    if (await pauseAfter(context, updated)) return;
  }
};

export const nextUpdate = async ({ store }: JobContext, now: Date): Promise<Date | undefined> =>
  (await store.deliveries.outdated(1, new Date())).length > 0 ? nextMinute(now) : undefined;
