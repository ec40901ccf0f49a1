// Socket Mode that stays connected. The client of socket-mode 3.1.0 waits 5 to 12 seconds before it
// reconnects, and gives up for good where Slack cannot be reached at that moment; so it is told not
// to, and we reconnect at once and for as long as it takes.
import { setTimeout as pause } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import { WebAPIPlatformError } from '@slack/web-api';
import type { Log } from '../../log.ts';
import { classifyError } from '../api/errors.ts';
import { sdkLog } from '../api/sdk-log.ts';

const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 30_000;
const DISCONNECT_TIMEOUT_MS = 2000;

/** Called after each attempt to connect, with whether Slack was reached. */
export type OnConnectionChange = (isReached: boolean) => void;

export const createSocketReceiver = (
  appToken: string,
  apiUrl: string | undefined,
  log: Log,
  onConnectionChange: OnConnectionChange,
): SocketModeReceiver & { leave(): Promise<void> } => {
  const clientOptions = {
    retryConfig: { retries: 0 },
    timeout: 10_000,
    logger: sdkLog(log),
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
  };
  const receiver = new SocketModeReceiver({
    appToken,
    logger: sdkLog(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions },
  });
  const leaving = new AbortController();
  let isReconnecting = false;

  /**
   * Whether it is connected now.
   *
   * @throws where Slack refuses, as waiting would not help
   */
  const connects = async () => {
    const [result] = await Promise.allSettled([receiver.client.start()]);
    onConnectionChange(result.status === 'fulfilled');
    if (result.status === 'rejected' && isRefusal(result.reason)) throw result.reason;
    return result.status === 'fulfilled';
  };

  const reconnect = async () => {
    isReconnecting = true;
    for (
      let wait = FIRST_PAUSE_MS;
      !leaving.signal.aborted;
      wait = Math.min(wait * 2, MAX_PAUSE_MS)
    ) {
      if (await connects().catch(() => false)) break;
      log.warn({ againInMs: wait }, 'Slack cannot be reached');
      await pause(wait, undefined, { signal: leaving.signal }).catch(() => {});
    }
    isReconnecting = false;
  };

  receiver.client.on('disconnected', () => {
    if (!isReconnecting && !leaving.signal.aborted) void reconnect();
  });
  /** Where Slack cannot be reached at the start, waits until it can. */
  const start = async () => {
    if (!(await connects())) await reconnect();
  };
  const leave = async () => {
    leaving.abort();
    await Promise.race([
      receiver.client.disconnect().catch(() => {}),
      pause(DISCONNECT_TIMEOUT_MS, undefined, { ref: false }),
    ]);
  };
  return Object.assign(receiver, { leave, start });
};

/** Slack has answered, and not that it is unavailable for a moment. */
const isRefusal = (error: unknown) =>
  error instanceof WebAPIPlatformError &&
  classifyError('apps.connections.open', error).kind !== 'later';
