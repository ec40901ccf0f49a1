// A Slack to try the bot in: opened on a port of this machine, and closed again.
import { createServer, type Server } from 'node:http';
import { createDesk, type Desk, TOKENS } from './desk.ts';
import { fileJournal, noJournal } from './journal.ts';
import { readManifest } from './manifest.ts';
import { serve } from './server.ts';
import { type Channel, emptyWorkspace, type User } from './workspace.ts';

export type SandboxOptions = {
  readonly port: number;
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
  readonly manifestPath: string;
  /** Where to keep what happened; without one it is forgotten. */
  readonly journalPath?: string;
  /** Where the bot takes HTTP requests, when it has no socket open. */
  readonly requestUrl?: string;
  /** What the clock shows in a workspace that is new; the machine's time without one. */
  readonly startAt?: Date;
};

export type Sandbox = {
  readonly url: string;
  /** What a bot needs to connect, in either mode. */
  readonly variables: {
    readonly SLACK_API_URL: string;
    readonly SLACK_BOT_TOKEN: string;
    readonly SLACK_APP_TOKEN: string;
    readonly SLACK_SIGNING_SECRET: string;
    readonly CLOCK_URL: string;
  };
  readonly desk: Desk;
  close(): Promise<void>;
};

export const openSandbox = async (options: SandboxOptions): Promise<Sandbox> => {
  const server = createServer();
  const port = await listen(server, options.port);
  const url = `http://127.0.0.1:${port}`;
  const desk = createDesk({
    workspace: emptyWorkspace(options.users, options.channels),
    manifest: readManifest(options.manifestPath),
    baseUrl: url,
    requestUrl: options.requestUrl ?? 'http://127.0.0.1:3000/slack/events',
    journal: options.journalPath ? fileJournal(options.journalPath) : noJournal,
  });
  if (options.startAt && desk.isNew)
    desk.record({ kind: 'clock', offsetMs: options.startAt.getTime() - Date.now() });
  const endSockets = serve(server, desk);
  const variables = {
    SLACK_API_URL: `${url}/api/`,
    SLACK_BOT_TOKEN: TOKENS.bot,
    SLACK_APP_TOKEN: TOKENS.app,
    SLACK_SIGNING_SECRET: TOKENS.signingSecret,
    CLOCK_URL: `${url.replace('http', 'ws')}/clock`,
  };
  return { url, variables, desk, close: () => close(server, endSockets) };
};

const listen = (server: Server, port: number) =>
  new Promise<number>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EADDRINUSE' ? new Error(portTaken(port)) : error),
    );
    server.listen(port, '127.0.0.1', () => done((server.address() as { port: number }).port));
  });

const portTaken = (port: number) =>
  `Port ${port} is taken, perhaps by a sandbox that is open already. Stop it, or choose ` +
  'another with SANDBOX_PORT.';

const close = (server: Server, endSockets: () => void) =>
  new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
    endSockets();
  });
