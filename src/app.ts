// Joins the parts: store, Slack and schedule. Tests start the very same.
import type { Ccg } from './domain/ccg.ts';
import type { Reachable } from './domain/people/people.ts';
import { describeError, type Log } from './log.ts';
import type { Clock } from './schedule/clock.ts';
import { type DeliverySettings, defaultDelivery } from './schedule/jobs/deliver.ts';
import { startTicker, type Ticker } from './schedule/ticker.ts';
import { createClients } from './slack/api/clients.ts';
import { postSummary, sendPrivateSummary } from './slack/api/posting.ts';
import { find, send } from './slack/api/send.ts';
import { updateMessage } from './slack/api/update-message.ts';
import { connect, type SlackCredentials } from './slack/bolt/connect.ts';
import type { SlackContext } from './slack/bolt/context.ts';
import { listAccounts } from './slack/bolt/identify.ts';
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
export const startApp = async ({
  credentials,
  store,
  clock,
  slashCommand,
  log,
  onConnectionChange = () => {},
  delivery = defaultDelivery,
}: Parts): Promise<RunningApp> => {
  const clients = createClients({ token: credentials.botToken, apiUrl: credentials.apiUrl });
  const context: SlackContext = {
    ...clients,
    store,
    slashCommand,
    log,
    now: clock.now,
    runJobsNow: () => ticker?.wake(),
  };
  const stopping = new AbortController();
  let ticker: Ticker | undefined;
  const slack = {
    send: (prompt: Parameters<typeof send>[1]) => send(context, prompt),
    find: (prompt: Parameters<typeof find>[1]) => find(context, prompt),
    updateMessage: (message: Parameters<typeof updateMessage>[1]) =>
      updateMessage(context, message),
    postSummary: (ccg: Ccg, now: Date) => postSummary(context, ccg, now),
    sendPrivateSummary: (ccg: Ccg, lead: Reachable, now: Date) =>
      sendPrivateSummary(context, ccg, lead, now),
    updateWinCard: (card: Parameters<typeof updateWinCard>[1]) => updateWinCard(context, card),
    listAccounts: () => listAccounts(clients.reads),
  };
  const connection = await connect(credentials, context, onConnectionChange);
  await store.deliveries
    .endRefusal()
    .catch((error) => log.error(describeError(error), 'Slack’s last refusal is not forgotten yet'));
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
