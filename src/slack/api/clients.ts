// The two ways we talk to Slack's Web API.
import webApi, { LogLevel, WebClient } from '@slack/web-api';

// Node 22 does not see this one among the names of a CommonJS module.
const { retryPolicies } = webApi;

export type Clients = { readonly reads: WebClient; readonly writes: WebClient };

type Access = { readonly token: string; readonly apiUrl: string | undefined };

/**
 * Slack's clients try again by themselves; for a message that would be a second message. So writes
 * never do, and say so when they fail.
 */
export const createClients = ({ token, apiUrl }: Access): Clients => {
  const common = { logLevel: LogLevel.ERROR, ...(apiUrl ? { slackApiUrl: apiUrl } : {}) };
  return {
    reads: new WebClient(token, {
      ...common,
      timeout: 10_000,
      retryConfig: retryPolicies.fiveRetriesInFiveMinutes,
    }),
    writes: new WebClient(token, {
      ...common,
      timeout: 10_000,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    }),
  };
};
