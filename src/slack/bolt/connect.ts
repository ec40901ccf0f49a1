// Bolt with the receiver that fits: Socket Mode for one workspace behind any firewall, HTTP where Slack can reach us.
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { listen } from './listen.ts';
import type { House } from './serve.ts';
import { createSocketReceiver, type TellReach } from './socket.ts';

export type Access = { readonly botToken: string; readonly apiUrl: string | undefined } & (
  | { readonly mode: 'socket'; readonly appToken: string }
  | { readonly mode: 'http'; readonly signingSecret: string; readonly port: number }
);

export type Connection = { stop(): Promise<void> };

/** Connects to Slack and serves until stopped. */
export const connect = async (access: Access, house: House, tellReach: TellReach): Promise<Connection> => {
  const receiver =
    access.mode === 'http'
      ? createHttpReceiver(access)
      : createSocketReceiver(access.appToken, access.apiUrl, house.log, tellReach);
  // Bolt asks Slack once who we are where it is given a token, and is deaf for good where it got no answer; we need not know
  const authorize = async () => ({ botToken: access.botToken });
  const app = new App({ authorize, receiver, convoStore: false, logLevel: LogLevel.ERROR });
  listen(app, house);
  await app.start();
  if (access.mode === 'http') tellReach(true); // it is Slack that comes to us
  return { stop: async () => void (await ('leave' in receiver ? receiver.leave() : app.stop())) };
};

const createHttpReceiver = ({ signingSecret, port }: Extract<Access, { mode: 'http' }>) =>
  new HTTPReceiver({ signingSecret, port, endpoints: '/slack/events', logLevel: LogLevel.ERROR });
