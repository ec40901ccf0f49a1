// The ways we talk to Slack's Web API.
import webApi, { WebClient } from '@slack/web-api';
import type { Log } from '../../log.ts';
import { sdkLog } from './sdk-log.ts';

// Node 22 does not see this one among the names of a CommonJS module.
const { retryPolicies } = webApi;

export type Clients = {
  /** For what somebody waits for: tried again for minutes. */
  readonly reads: WebClient;
  /** For what must not happen twice: never tried again by itself. */
  readonly writes: WebClient;
  /** For jobs that come again by themselves: they do not hold up the next one in an outage. */
  readonly lists: WebClient;
};

type Access = { readonly token: string; readonly apiUrl: string | undefined; readonly log: Log };

/**
 * Slack's clients try again by themselves; for a message that would be a second message. So writes
 * never do, and say so when they fail.
 */
export const createClients = ({ token, apiUrl, log }: Access): Clients => {
  const common = {
    logger: sdkLog(log),
    timeout: 10_000,
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  };
  return {
    reads: new WebClient(token, {
      ...common,
      retryConfig: retryPolicies.fiveRetriesInFiveMinutes,
    }),
    writes: new WebClient(token, {
      ...common,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    }),
    lists: new WebClient(token, {
      ...common,
      retryConfig: { retries: 2, minTimeout: 500, maxTimeout: 2000 },
    }),
  };
};
