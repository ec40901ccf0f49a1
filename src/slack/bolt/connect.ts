// Bolt with one of two receivers: Socket Mode, which works behind a firewall, or HTTP, where Slack
// can reach us.
import { App, HTTPReceiver } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { sdkLog } from '../api/sdk-log.ts';
import type { SlackContext } from './context.ts';
import { listen } from './listen.ts';
import { createSocketReceiver, type OnConnectionChange } from './socket.ts';

export type SlackCredentials = {
  readonly botToken: string;
  readonly apiUrl: string | undefined;
} & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number }
);

export type Connection = { stop(): Promise<void> };

/** Connects to Slack and serves until stopped. */
export const connect = async (
  credentials: SlackCredentials,
  context: SlackContext,
  onConnectionChange: OnConnectionChange,
): Promise<Connection> => {
  const receiver =
    credentials.mode === 'http'
      ? createHttpReceiver(credentials, context.log)
      : createSocketReceiver(
          credentials.appToken,
          credentials.apiUrl,
          context.log,
          onConnectionChange,
        );
  // given a token, Bolt calls auth.test once and handles nothing at all where that fails; we need
  // nothing from it
  const authorize = async () => ({ botToken: credentials.botToken });
  const app = new App({ authorize, receiver, convoStore: false, logger: sdkLog(context.log) });
  listen(app, context);
  await app.start();
  if (credentials.mode === 'http') onConnectionChange(true); // over HTTP it is Slack that connects
  return { stop: async () => void (await ('leave' in receiver ? receiver.leave() : app.stop())) };
};

const createHttpReceiver = (
  { signingSecret, port }: Extract<SlackCredentials, { mode: 'http' }>,
  log: Log,
) => new HTTPReceiver({ signingSecret, port, endpoints: '/slack/events', logger: sdkLog(log) });
