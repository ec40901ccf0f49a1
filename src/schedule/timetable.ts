// Every job of the bot on one page. Each minute they run in this order; all that is due is in the database, so a missed minute loses nothing.
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { askHolders } from './jobs/ask-holders.ts';
import { closeRounds } from './jobs/close-rounds.ts';
import { tidy } from './jobs/delete-expired-records.ts';
import { type DeliverySettings, deliverDue, lookForUncertain, type Slack } from './jobs/deliver.ts';
import { endWhatIsOver } from './jobs/expire-due.ts';
import { openSeries } from './jobs/open-series.ts';
import { postSummaries } from './jobs/post-summaries.ts';
import { planWaiting } from './jobs/reschedule-waiting.ts';
import { meetPeople } from './jobs/sync-slack-accounts.ts';
import { drawAnew } from './jobs/update-messages.ts';
import { drawCards } from './jobs/update-win-cards.ts';

/** What the jobs work with. */
export type Workshop = {
  readonly store: Store;
  readonly slack: Slack;
  readonly log: Log;
  readonly delivery: DeliverySettings;
  /** Raised when the bot stops: what is in flight is finished, nothing more is begun. */
  readonly stopping: AbortSignal;
};

/** `together`: every process takes part; otherwise one process has the job for each moment. */
type Job = { readonly name: string; readonly together?: true; run(workshop: Workshop, now: Date): Promise<void> };

export const timetable: readonly Job[] = [
  { name: 'find the Slack accounts of people on rosters', run: meetPeople },
  { name: 'close rounds whose time has come', run: closeRounds },
  { name: 'send what was planned for this day', run: openSeries },
  { name: 'end requests, covers and terms whose time has come', run: endWhatIsOver },
  { name: 'ask holders whose terms end, and whose interests are due', run: askHolders },
  { name: 'give waiting deliveries a place in a week', together: true, run: planWaiting },
  { name: 'post the summary of the month or the week', run: postSummaries },
  { name: 'forget what is no longer needed', run: tidy },
  { name: 'look for messages that may have arrived', together: true, run: lookForUncertain },
  { name: 'draw messages anew that say what no longer holds', run: drawAnew },
  { name: 'draw cards anew that say what no longer holds', run: drawCards },
  { name: 'send what is due', together: true, run: deliverDue },
];
