// Joins the parts: store, Slack and schedule. Tests start the very same.
import { describeError, type Log } from './log.ts';
import type { Clock } from './schedule/clock.ts';
import { type DeliverySettings, defaultDelivery, type SlackApi } from './schedule/job.ts';
import { createOutage } from './schedule/outage.ts';
import { startTicker, type Ticker } from './schedule/ticker.ts';
import { listAccounts } from './slack/api/accounts.ts';
import { type Clients, createClients } from './slack/api/clients.ts';
import { postSummary, sendPrivateSummary } from './slack/api/posting.ts';
import { find, send } from './slack/api/send.ts';
import { updateMessage } from './slack/api/update-message.ts';
import { connect, type SlackCredentials } from './slack/bolt/connect.ts';
import type { SlackContext } from './slack/bolt/context.ts';
import { checkWorkspace, refusalOf } from './slack/bolt/workspace.ts';
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
  /** Hears that every job has run, and none failed. */
  readonly onRoundEnd?: () => void;
  readonly delivery?: DeliverySettings;
};

export type RunningApp = { stop(): Promise<void> };

/** Starts the bot: it listens, and it works through its timetable until stopped. */
export const startApp = async (parts: Parts): Promise<RunningApp> => {
  const {
    credentials,
    store,
    clock,
    log,
    onConnectionChange = () => {},
    onRoundEnd = () => {},
  } = parts;
  const stopping = new AbortController();
  let ticker: Ticker | undefined;
  const clients = createClients({
    token: credentials.botToken,
    apiUrl: credentials.apiUrl,
    log,
  });
  const context = createSlackContext(parts, clients, () => ticker?.wake());
  await checkWorkspace(context, onConnectionChange, stopping.signal);
  const connection = await connect(credentials, context, onConnectionChange);
  await forgetRefusal(parts);
  const slack = createSlackApi(context, clients);
  const delivery = parts.delivery ?? defaultDelivery;
  ticker = startTicker(
    { store, slack, log, delivery, outage: createOutage(), stopping: stopping.signal, onRoundEnd },
    clock,
  );
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
  { store, slashCommand, log, clock }: Parts,
  { reads, writes }: Clients,
  runJobsNow: () => void,
): SlackContext => ({
  reads,
  writes,
  store,
  slashCommand,
  log,
  now: clock.now,
  runJobsNow,
});

/** What the jobs ask of Slack. */
const createSlackApi = (context: SlackContext, { lists }: Clients): SlackApi => ({
  send: (delivery) => send(context, delivery),
  find: (delivery) => find(context, delivery),
  updateMessage: (message) => updateMessage(context, message),
  postSummary: (ccg, now) => postSummary(context, ccg, now),
  sendPrivateSummary: (ccg, lead, now) => sendPrivateSummary(context, ccg, lead, now),
  updateWinCard: (card) => updateWinCard(context, card),
  checkToken: () => refusalOf(context.writes),
  listAccounts: () => listAccounts(lists),
});

/** Slack has just let the app connect, so a refusal before this no longer counts. */
const forgetRefusal = ({ store, log }: Parts) =>
  store.deliveries
    .endRefusal()
    .catch((error) => log.error(describeError(error), 'an earlier refusal still counts'));
