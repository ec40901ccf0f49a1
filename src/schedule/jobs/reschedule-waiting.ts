import { reschedule } from '../../domain/sending/reschedule.ts';
import {
  canPrompt,
  canWriteAsColleague,
  defaultAvailability,
} from '../../domain/time/sending-window.ts';
import type { JobContext } from '../job.ts';

/**
 * Catch-up, for every kind of message: what missed its window goes out in the next one that has
 * room, unless it is over before.
 */
export const rescheduleWaiting = async ({ store }: JobContext, now: Date): Promise<void> => {
  for (const { code, settings } of await store.ccgs.all()) {
    const sendable = {
      requests: canWriteAsColleague(defaultAvailability, settings, now).now,
      others: canPrompt(defaultAvailability, settings, now).now,
    };
    await store.ccg(code).rescheduleWaiting(now, sendable, reschedule(settings, now));
  }
};
