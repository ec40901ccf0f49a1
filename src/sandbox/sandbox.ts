// A Slack to try the bot in: one HTTP server with the Web API, the sockets, the control interface and a page.
import { createServer, type Server, type ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { createApi } from './api/api.ts';
import { ApiError } from './api/method.ts';
import { routes } from './control/control.ts';
import { answerResponseUrl } from './control/response-url.ts';
import { createDesk, type Desk, TOKENS } from './desk.ts';
import { fileJournal, noJournal } from './journal.ts';
import { readManifest } from './manifest.ts';
import { createPage, type Page } from './page.ts';
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
  if (options.startAt && desk.isNew) desk.record({ kind: 'clock', offsetMs: options.startAt.getTime() - Date.now() });
  serve(server, desk);
  const variables = {
    SLACK_API_URL: `${url}/api/`,
    SLACK_BOT_TOKEN: TOKENS.bot,
    SLACK_APP_TOKEN: TOKENS.app,
    SLACK_SIGNING_SECRET: TOKENS.signingSecret,
    CLOCK_URL: `${url.replace('http', 'ws')}/clock`,
  };
  return { url, variables, desk, close: () => close(server) };
};

const listen = (server: Server, port: number) =>
  new Promise<number>((done, fail) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      fail(error.code === 'EADDRINUSE' ? new Error(portTaken(port)) : error),
    );
    server.listen(port, '127.0.0.1', () => done((server.address() as { port: number }).port));
  });

const portTaken = (port: number) =>
  `Port ${port} is taken, perhaps by a sandbox that is open already. Stop it, or choose another with SANDBOX_PORT.`;

const serve = (server: Server, desk: Desk) => {
  const api = createApi(desk);
  const page = createPage();
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', desk.baseUrl);
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      pathname === '/clock' ? desk.clock.follow(webSocket) : desk.sockets.accept(webSocket, searchParams.get('ticket')),
    );
  });
  server.on('request', async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', desk.baseUrl);
    const body = await readText(request);
    if (pathname.startsWith('/api/')) return api(request, response, pathname.slice('/api/'.length), body);
    if (pathname.startsWith('/response/'))
      return answerJson(response, () => answerResponseUrl(desk, pathname.slice('/response/'.length), JSON.parse(body)));
    if (request.method === 'GET' && pathname === '/control/events') return sendEvents(desk, response);
    const route = routes[`${request.method} ${pathname}`];
    if (route)
      return answerJson(response, () =>
        route(desk, request.method === 'GET' ? Object.fromEntries(searchParams) : JSON.parse(body || '{}')),
      );
    return answerPage(response, page, pathname).catch((error) => response.writeHead(500).end(String(error)));
  });
};

const EVENT_MS = 50;

/** Tells the page whenever something changed, many changes in a row as one. */
const sendEvents = (desk: Desk, response: ServerResponse) => {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' }).flushHeaders();
  let waiting: NodeJS.Timeout | undefined;
  const send = () => {
    waiting = undefined;
    response.write('data: changed\n\n');
  };
  const stopFollowing = desk.onChange(() => {
    waiting ??= setTimeout(send, EVENT_MS);
  });
  response.on('close', () => {
    stopFollowing();
    clearTimeout(waiting);
  });
};

const answerPage = async (response: ServerResponse, page: Page, pathname: string) => {
  const asset = await page(pathname);
  if (!asset) return response.writeHead(404).end();
  response.writeHead(200, { 'content-type': asset.contentType, 'cache-control': 'no-store' }).end(asset.body);
};

/** Bad input is answered with what was wrong with it. */
const answerJson = async (response: ServerResponse, answer: () => object | Promise<object>) => {
  const [status, body] = await Promise.resolve()
    .then(answer)
    .then(
      (result) => [200, result] as const,
      (error) => [400, { ok: false, error: explain(error) }] as const,
    );
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

const explain = (error: unknown) => {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  if (error instanceof ApiError) return [error.code, error.hint].filter(Boolean).join(': ');
  return String(error);
};

const close = (server: Server) =>
  new Promise<void>((done) => {
    server.close(() => done());
    server.closeAllConnections();
  });
