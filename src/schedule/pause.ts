// Leaving Slack in peace: where it asks for that, refuses the app, or seems to be down.
import type { JobContext } from './job.ts';
import { fromNow } from './lease.ts';

/** What a call to Slack came to, as far as it tells how Slack is. */
type Answer = {
  readonly kind: string;
  readonly because?: string;
  readonly afterMs?: number;
  readonly error?: string;
};

const OUTAGE_PAUSE_MS = 30_000;

/**
 * Pauses all calls of jobs, of every process, where this answer asks for it. True where it does.
 */
export const pauseAfter = async (context: JobContext, answer: Answer): Promise<boolean> => {
  const pauseMs = pauseFor(context, answer);
  if (pauseMs === undefined) return false;
  await context.store.deliveries.pauseUntil(fromNow(pauseMs), answer.error ?? 'unknown');
  return true;
};

const pauseFor = ({ outage, delivery }: JobContext, { kind, because, afterMs }: Answer) => {
  if (kind === 'uncertain' || because === 'slack_unavailable') {
    outage.failed();
    return outage.isLikely() ? (delivery.outagePauseMs ?? OUTAGE_PAUSE_MS) : undefined;
  }
  outage.answered();
  return because === 'rate_limited' || because === 'app_refused' ? afterMs : undefined;
};
