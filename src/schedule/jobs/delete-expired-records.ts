import { addDays } from '../../domain/time/calendar.ts';
import type { Workshop } from '../timetable.ts';

/** Which process had which minute, and what Slack passed on, matters for a day. */
export const tidy = async ({ store }: Workshop, now: Date): Promise<void> =>
  store.once.tidy(addDays(now, -1), addDays(new Date(), -1));
