// Every job of the bot on one page. Each minute they run in this order; all that is due is in the
// database, so a missed minute loses nothing.
import type { Job } from './job.ts';
import { askHolders } from './jobs/ask-holders.ts';
import { checkToken } from './jobs/check-token.ts';
import { closeRounds, nextClosing } from './jobs/close-rounds.ts';
import { deleteExpiredRecords } from './jobs/delete-expired-records.ts';
import { deliverDue, nextDelivery } from './jobs/deliver.ts';
import { expireDue, nextDeadline } from './jobs/expire-due.ts';
import { nextSeries, openSeries } from './jobs/open-series.ts';
import { nextSummary, postSummaries } from './jobs/post-summaries.ts';
import { rescheduleWaiting } from './jobs/reschedule-waiting.ts';
import { syncSlackAccounts } from './jobs/sync-slack-accounts.ts';
import { nextUpdate, updateMessages } from './jobs/update-messages.ts';
import { updateWinCards } from './jobs/update-win-cards.ts';
import { verifyUncertain } from './jobs/verify-uncertain.ts';

export const timetable: readonly Job[] = [
  {
    name: 'ask Slack whether it accepts the app',
    runsOn: 'one process',
    run: checkToken,
  },
  {
    name: 'find the Slack accounts of people on rosters',
    runsOn: 'one process',
    run: syncSlackAccounts,
  },
  {
    name: 'close rounds',
    runsOn: 'one process',
    run: closeRounds,
    nextDue: nextClosing,
  },
  {
    name: 'open planned surveys and reminders',
    runsOn: 'one process',
    run: openSeries,
    nextDue: nextSeries,
  },
  {
    name: 'end requests, covers and terms',
    runsOn: 'one process',
    run: expireDue,
    nextDue: nextDeadline,
  },
  {
    name: 'ask holders about their terms and interests',
    runsOn: 'one process',
    run: askHolders,
  },
  {
    name: 'give waiting deliveries a slot in a week',
    runsOn: 'every process',
    run: rescheduleWaiting,
  },
  {
    name: 'post summaries',
    runsOn: 'one process',
    run: postSummaries,
    nextDue: nextSummary,
  },
  {
    name: 'delete expired records',
    runsOn: 'one process',
    run: deleteExpiredRecords,
  },
  {
    name: 'look for uncertain messages',
    runsOn: 'every process',
    run: verifyUncertain,
  },
  {
    name: 'update outdated messages',
    runsOn: 'one process',
    run: updateMessages,
    nextDue: nextUpdate,
  },
  {
    name: 'update outdated win cards',
    runsOn: 'one process',
    run: updateWinCards,
  },
  {
    name: 'send what is due',
    runsOn: 'every process',
    run: deliverDue,
    nextDue: nextDelivery,
  },
];
