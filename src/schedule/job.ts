// What a job of the timetable is, and what it works with.
import type { Ccg } from '../domain/ccg.ts';
import type { SlackAccount } from '../domain/people/accounts.ts';
import type { Reachable } from '../domain/people/people.ts';
import type {
  Delivery,
  PostResult,
  SendResult,
  UpdateResult,
  VerifyResult,
} from '../domain/sending/deliveries.ts';
import type { Log } from '../log.ts';
import type { OutdatedMessage } from '../store/sending/outdated-messages.ts';
import type { Store } from '../store/store.ts';
import type { OutdatedCard } from '../store/wins/cards.ts';
import type { Outage } from './outage.ts';

/** What the jobs ask of Slack; handed in by app.ts. */
export type SlackApi = {
  send(delivery: Delivery): Promise<SendResult>;
  find(delivery: Delivery): Promise<VerifyResult>;
  updateMessage(message: OutdatedMessage): Promise<UpdateResult>;
  postSummary(ccg: Ccg, now: Date): Promise<PostResult>;
  sendPrivateSummary(ccg: Ccg, lead: Reachable, now: Date): Promise<PostResult>;
  updateWinCard(card: OutdatedCard): Promise<UpdateResult>;
  /** Why Slack does not accept the app, where it does not. */
  checkToken(): Promise<{ readonly refused: string } | undefined>;
  listAccounts(): Promise<SlackAccount[]>;
};

/**
 * Real time, in milliseconds. How long to wait before looking for an uncertain message is a setting
 * of the CCG, unless it is given here.
 */
export type DeliverySettings = {
  readonly leaseMs: number;
  readonly looks: number;
  readonly lookEveryMs?: number;
  /** For how long Slack is left in peace while it seems to be down. */
  readonly outagePauseMs?: number;
};

export const defaultDelivery: DeliverySettings = { leaseMs: 60_000, looks: 2 };

/** What the jobs work with. */
export type JobContext = {
  readonly store: Store;
  readonly slack: SlackApi;
  readonly log: Log;
  readonly delivery: DeliverySettings;
  readonly outage: Outage;
  /** Raised when the bot stops: what is in flight is finished, nothing more is begun. */
  readonly stopping: AbortSignal;
  /** Every job has run, and none failed. */
  onRoundEnd(): void;
};

/** One row of the timetable. */
export type Job = {
  readonly name: string;
  /** On one process: whichever takes the job first has it for that minute. */
  readonly runsOn: 'every process' | 'one process';
  run(context: JobContext, now: Date): Promise<void>;
  /** The next moment after `now` at which it has something to do; none where it only follows. */
  nextDue?(context: JobContext, now: Date): Promise<Date | undefined>;
};
