// Joins the parts: store, Slack and schedule. Tests start the very same.
import type { Ccg } from './domain/ccg.ts';
import type { Reachable } from './domain/people/people.ts';
import { describeError, type Log } from './log.ts';
import type { Clock } from './schedule/clock.ts';
import { type DeliverySettings, defaultDelivery } from './schedule/jobs/deliver.ts';
import { startTicker, type Ticker } from './schedule/ticker.ts';
import { createClients } from './slack/api/clients.ts';
import { postSummary, tellLead } from './slack/api/posting.ts';
import { find, send } from './slack/api/send.ts';
import { drawAnew } from './slack/api/update-message.ts';
import { type Access, connect } from './slack/bolt/connect.ts';
import { listAccounts } from './slack/bolt/identify.ts';
import type { House } from './slack/bolt/serve.ts';
import { drawCard } from './slack/wins/update-win-card.ts';
import type { Store } from './store/store.ts';

export type Parts = {
  readonly access: Access;
  readonly store: Store;
  readonly clock: Clock;
  readonly slashCommand: string;
  readonly log: Log;
  /** Hears whether Slack can be reached. */
  readonly tellReach?: (isReached: boolean) => void;
  readonly delivery?: DeliverySettings;
};

export type RunningApp = { stop(): Promise<void> };

/** Starts the bot: it listens, and it works through its timetable until stopped. */
export const startApp = async ({
  access,
  store,
  clock,
  slashCommand,
  log,
  tellReach = () => {},
  delivery = defaultDelivery,
}: Parts): Promise<RunningApp> => {
  const clients = createClients({ token: access.botToken, apiUrl: access.apiUrl });
  const house: House = { ...clients, store, slashCommand, log, now: clock.now, wake: () => ticker?.wake() };
  const stopping = new AbortController();
  let ticker: Ticker | undefined;
  const slack = {
    send: (prompt: Parameters<typeof send>[1]) => send(house, prompt),
    find: (prompt: Parameters<typeof find>[1]) => find(house, prompt),
    drawAnew: (message: Parameters<typeof drawAnew>[1]) => drawAnew(house, message),
    postSummary: (ccg: Ccg, now: Date) => postSummary(house, ccg, now),
    tellLead: (ccg: Ccg, lead: Reachable, now: Date) => tellLead(house, ccg, lead, now),
    drawCard: (card: Parameters<typeof drawCard>[1]) => drawCard(house, card),
    listAccounts: () => listAccounts(clients.reads),
  };
  const connection = await connect(access, house, tellReach);
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
