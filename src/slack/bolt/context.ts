// What handling an interaction needs from outside.
import type { WebClient } from '@slack/web-api';
import type { Log } from '../../log.ts';
import type { Store } from '../../store/store.ts';

export type SlackContext = {
  readonly store: Store;
  /** For reading from Slack: repeated where a call fails. */
  readonly reads: WebClient;
  /** For calls that must not happen twice: never repeated by the client. */
  readonly writes: WebClient;
  readonly slashCommand: string;
  readonly log: Log;
  now(): Date;
  /** Starts the jobs now, for what is to be sent at once, rather than at the next minute. */
  runJobsNow(): void;
};
