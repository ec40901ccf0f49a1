import type { JobContext } from '../job.ts';
import { fromNow } from '../lease.ts';

/** A little longer than a minute, so that the refusal is known until the next check. */
const REFUSED_MS = 75_000;

/** Notices within a minute that Slack accepts the app no more, also where nothing is to be sent. */
export const checkToken = async ({ store, slack, log }: JobContext): Promise<void> => {
  const problem = await slack.checkToken();
  if (!problem) return;
  log.warn({ error: problem.refused }, 'Slack does not accept the app');
  await store.deliveries.pauseUntil(fromNow(REFUSED_MS), problem.refused);
};
