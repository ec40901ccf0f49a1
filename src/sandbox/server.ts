// The sandbox's one HTTP server: the Web API, the sockets, the control interface and the page.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { text as readText } from 'node:stream/consumers';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { createApi } from './api/api.ts';
import { ApiError } from './api/method.ts';
import { routes } from './control/control.ts';
import { answerResponseUrl } from './control/response-url.ts';
import type { Desk } from './desk.ts';
import { createPage, type Page } from './page.ts';

/** Answers everything that comes to the sandbox's port. Returns what ends its WebSockets. */
export const serve = (server: Server, desk: Desk): (() => void) => {
  const sockets = new WebSocketServer({ noServer: true });
  const answer = createAnswer(desk);
  server.on('upgrade', (request, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', desk.baseUrl);
    sockets.handleUpgrade(request, socket, head, (webSocket) =>
      pathname === '/clock'
        ? desk.clock.follow(webSocket)
        : desk.sockets.accept(webSocket, searchParams.get('ticket')),
    );
  });
  server.on('request', (request, response) => {
    answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
  });
  return () => {
    for (const socket of sockets.clients) socket.terminate();
  };
};

/** The Web API, answers to response_urls, the control interface, and for all else the page. */
const createAnswer = (desk: Desk) => {
  const api = createApi(desk);
  const page = createPage();
  return async (request: IncomingMessage, response: ServerResponse) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', desk.baseUrl);
    const body = await readText(request);
    const [, first, ...rest] = pathname.split('/');
    if (first === 'api') return api(request, response, rest.join('/'), body);
    if (first === 'response')
      return answerJson(response, () => answerResponseUrl(desk, rest.join('/'), JSON.parse(body)));
    if (pathname === '/control/events') return sendEvents(desk, response);
    const route = routes[`${request.method} ${pathname}`];
    const given = () =>
      request.method === 'GET' ? Object.fromEntries(searchParams) : JSON.parse(body || '{}');
    return route
      ? answerJson(response, () => route(desk, given()))
      : answerPage(response, page, pathname);
  };
};

const EVENT_MS = 50;

/** Tells the page whenever something changed, many changes in a row as one. */
const sendEvents = (desk: Desk, response: ServerResponse) => {
  response
    .writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    .flushHeaders();
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
  response
    .writeHead(200, { 'content-type': asset.contentType, 'cache-control': 'no-store' })
    .end(asset.body);
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
  return error instanceof Error ? error.message : String(error);
};
