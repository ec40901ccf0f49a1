// Joins the parts: store, Slack and schedule. Tests start the very same.
import { describeError, type Log } from './log.ts';
import type { Clock } from './schedule/clock.ts';
import { type DeliverySettings, defaultDelivery, type SlackApi } from './schedule/job.ts';
import { startTicker, type Ticker } from './schedule/ticker.ts';
import { createClients } from './slack/api/clients.ts';
import { postSummary, sendPrivateSummary } from './slack/api/posting.ts';
import { find, send } from './slack/api/send.ts';
import { updateMessage } from './slack/api/update-message.ts';
import { connect, type SlackCredentials } from './slack/bolt/connect.ts';
import { listAccounts } from './slack/bolt/identify.ts';
import type { SlackContext } from './slack/bolt/serve.ts';
import { updateWinCard } from './slack/wins/update-win-card.ts';
import type { Store } from './store/store.ts';

export type Parts = {
  readonly credentials: SlackCredentials;
  readonly store: Store;
  readonly clock: Clock;
  readonly slashCommand: string;
  readonly log: Log;
  /** Hears whether Slack can be reached. */
  readonly onConnectionChange?: (isReached: boolean) => void;
  readonly delivery?: DeliverySettings;
};

export type RunningApp = { stop(): Promise<void> };

/** Starts the bot: it listens, and it works through its timetable until stopped. */
export const startApp = async (parts: Parts): Promise<RunningApp> => {
  const { credentials, store, clock, log, onConnectionChange = () => {} } = parts;
  const stopping = new AbortController();
  let ticker: Ticker | undefined;
  const context = createSlackContext(parts, () => ticker?.wake());
  const connection = await connect(credentials, context, onConnectionChange);
  await forgetRefusal(parts);
  const slack = createSlackApi(context);
  const delivery = parts.delivery ?? defaultDelivery;
  ticker = startTicker({ store, slack, log, delivery, stopping: stopping.signal }, clock);
  return {
    stop: async () => {
      stopping.abort();
      await connection.stop();
      await ticker?.stop();
      clock.stop();
    },
  };
};

const createSlackContext = (
  { credentials, store, slashCommand, log, clock }: Parts,
  runJobsNow: () => void,
): SlackContext => ({
  ...createClients({ token: credentials.botToken, apiUrl: credentials.apiUrl }),
  store,
  slashCommand,
  log,
  now: clock.now,
  runJobsNow,
});

/** What the jobs ask of Slack. */
const createSlackApi = (context: SlackContext): SlackApi => ({
  send: (delivery) => send(context, delivery),
  find: (delivery) => find(context, delivery),
  updateMessage: (message) => updateMessage(context, message),
  postSummary: (ccg, now) => postSummary(context, ccg, now),
  sendPrivateSummary: (ccg, lead, now) => sendPrivateSummary(context, ccg, lead, now),
  updateWinCard: (card) => updateWinCard(context, card),
  listAccounts: () => listAccounts(context.reads),
});

/** Slack has just let the app connect, so a refusal before this no longer counts. */
const forgetRefusal = ({ store, log }: Parts) =>
  store.deliveries
    .endRefusal()
    .catch((error) => log.error(describeError(error), 'an earlier refusal still counts'));
