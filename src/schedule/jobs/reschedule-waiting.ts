import { placeAgain } from '../../domain/sending/reschedule.ts';
import { anybody, mayPassOn, mayPrompt } from '../../domain/time/sending-window.ts';
import type { Workshop } from '../timetable.ts';

/** Catch-up, for every kind of message: what missed its window goes out in the next one that has room, unless it is over before. */
export const planWaiting = async ({ store }: Workshop, now: Date): Promise<void> => {
  for (const { code, settings } of await store.ccgs.all()) {
    const sendable = { requests: mayPassOn(anybody, settings, now).now, others: mayPrompt(anybody, settings, now).now };
    await store.ccg(code).placeWaiting(now, sendable, placeAgain(settings, now));
  }
};
