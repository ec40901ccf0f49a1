import { addDays } from '../../domain/time/calendar.ts';
import type { JobContext } from '../job.ts';

/** Which process had which minute, and what Slack passed on, matters for a day. */
export const deleteExpiredRecords = async ({ store }: JobContext, now: Date): Promise<void> =>
  store.idempotency.deleteBefore(addDays(now, -1), addDays(new Date(), -1));
