import { addDays, nextSendingTime, nextWorkingTime } from '../domain/calendar.ts';
import { planPrompt } from '../domain/planning.ts';
import { planRequest } from '../domain/requests.ts';
import type { Workshop } from './timetable.ts';

/** A reminder that finds no room in four weeks has lost its point. */
const DAYS_TO_FIND_ROOM = 28;

/** Catch-up, for every kind of message: what missed its window goes out in the next one that has room, unless it is over before. */
export const planWaiting = async ({ store }: Workshop, now: Date): Promise<void> => {
  for (const { code, settings } of await store.ccgs.all()) {
    const sendable = {
      requests: nextWorkingTime(now, settings.extra_holidays).getTime() === now.getTime(),
      others: nextSendingTime(now, settings).getTime() === now.getTime(),
    };
    await store.ccg(code).placeWaiting(now, sendable, ({ kind, closesAt, ...facts }) => {
      const latest = { ...facts, before: closesAt ?? addDays(now, DAYS_TO_FIND_ROOM) };
      return kind === 'request' ? planRequest(latest, settings, now) : planPrompt(latest, settings, now);
    });
  }
};
