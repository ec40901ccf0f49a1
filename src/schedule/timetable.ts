// Every job of the bot on one page. Each minute they run in this order; all that is due is in the
// database, so a missed minute loses nothing.
import type { Log } from '../log.ts';
import type { Store } from '../store/store.ts';
import { askHolders } from './jobs/ask-holders.ts';
import { closeRounds } from './jobs/close-rounds.ts';
import { deleteExpiredRecords } from './jobs/delete-expired-records.ts';
import {
  type DeliverySettings,
  deliverDue,
  lookForUncertain,
  type SlackApi,
} from './jobs/deliver.ts';
import { expireDue } from './jobs/expire-due.ts';
import { openSeries } from './jobs/open-series.ts';
import { postSummaries } from './jobs/post-summaries.ts';
import { rescheduleWaiting } from './jobs/reschedule-waiting.ts';
import { syncSlackAccounts } from './jobs/sync-slack-accounts.ts';
import { updateMessages } from './jobs/update-messages.ts';
import { updateWinCards } from './jobs/update-win-cards.ts';

/** What the jobs work with. */
export type JobContext = {
  readonly store: Store;
  readonly slack: SlackApi;
  readonly log: Log;
  readonly delivery: DeliverySettings;
  /** Raised when the bot stops: what is in flight is finished, nothing more is begun. */
  readonly stopping: AbortSignal;
};

/** `together`: every process takes part; otherwise one process has the job for each moment. */
type Job = {
  readonly name: string;
  readonly together?: true;
  run(context: JobContext, now: Date): Promise<void>;
};

export const timetable: readonly Job[] = [
  { name: 'find the Slack accounts of people on rosters', run: syncSlackAccounts },
  { name: 'close rounds whose time has come', run: closeRounds },
  { name: 'send what was planned for this day', run: openSeries },
  { name: 'end requests, covers and terms whose time has come', run: expireDue },
  { name: 'ask holders whose terms end, and whose interests are due', run: askHolders },
  { name: 'give waiting deliveries a place in a week', together: true, run: rescheduleWaiting },
  { name: 'post the summary of the month or the week', run: postSummaries },
  { name: 'forget what is no longer needed', run: deleteExpiredRecords },
  { name: 'look for messages that may have arrived', together: true, run: lookForUncertain },
  { name: 'draw messages anew that say what no longer holds', run: updateMessages },
  { name: 'draw cards anew that say what no longer holds', run: updateWinCards },
  { name: 'send what is due', together: true, run: deliverDue },
];
