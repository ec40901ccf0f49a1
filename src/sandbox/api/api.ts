// The Web API: who calls, may they, how often, and what comes back. Slack's own error codes
// throughout.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Desk, TOKENS } from '../desk.ts';
import type { Fault } from '../faults.ts';
import { chatMethods } from './chat.ts';
import { conversationsMethods } from './conversations.ts';
import { ApiError, type Method, type Params } from './method.ts';
import { createLimits, type Limits } from './rate-limits.ts';
import { usersMethods } from './users.ts';
import { viewsMethods } from './views.ts';

export const methods: Readonly<Record<string, Method>> = {
  ...chatMethods,
  ...conversationsMethods,
  ...usersMethods,
  ...viewsMethods,
  'apps.connections.open': {
    token: 'app',
    perMinute: 50,
    run: ({ sockets }) => ({ url: sockets.invite() }),
  },
};

/** How long a request that is to time out is kept waiting; longer than any client's patience. */
const HANG_MS = 120_000;

export type Api = (
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  body: string,
) => void;

export const createApi = (desk: Desk): Api => {
  const limits = createLimits(desk.clock.now);
  return (request, response, name, body) => {
    const perform = () => call(desk, limits, request, name, readParams(body));
    const fault = desk.faults.take(name);
    if (fault && interfere(response, fault, perform))
      return desk.note('from bot', name, fault.kind);
    const answer = perform();
    desk.note('from bot', name, 'error' in answer ? String(answer.error) : 'ok');
    if (fault) return failAfterwards(response, fault);
    const headers = {
      'content-type': 'application/json',
      ...('retryAfter' in answer ? { 'retry-after': String(answer.retryAfter) } : {}),
    };
    response.writeHead('retryAfter' in answer ? 429 : 200, headers).end(JSON.stringify(answer));
  };
};

type Answer = { ok: boolean; error?: string; retryAfter?: number };

const call = (
  desk: Desk,
  limits: Limits,
  request: IncomingMessage,
  name: string,
  params: Params,
): Answer => {
  const method = methods[name];
  if (!method) return { ok: false, error: 'unknown_method' };
  const token = request.headers.authorization?.replace(/^Bearer /, '') ?? params['token'];
  const refused = refuseToken(token, method) ?? refuseScope(desk, method);
  if (refused) return { ok: false, error: refused };
  const retryAfter = limits.refuse(name, method.perMinute, String(params['channel'] ?? ''));
  return retryAfter
    ? { ok: false, error: 'ratelimited', retryAfter }
    : perform(desk, method, params);
};

const refuseToken = (token: unknown, method: Method): string | undefined => {
  if (!token) return 'not_authed';
  if (token === TOKENS[method.token]) return undefined;
  return token === TOKENS.bot || token === TOKENS.app ? 'not_allowed_token_type' : 'invalid_auth';
};

const refuseScope = ({ manifest }: Desk, { scope }: Method) =>
  scope && !manifest.scopes.has(scope) ? 'missing_scope' : undefined;

const perform = (desk: Desk, method: Method, params: Params): Answer => {
  try {
    return { ok: true, ...method.run(desk, params) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return {
      ok: false,
      error: error.code,
      ...(error.hint ? { response_metadata: { messages: [error.hint] } } : {}),
    };
  }
};

/**
 * Faults that strike before anything is done. True where the request has been answered, or never
 * will be.
 */
const interfere = (
  response: ServerResponse,
  { kind, error, delayMs }: Fault,
  perform: () => unknown,
): boolean => {
  if (kind === '429')
    response
      .writeHead(429, { 'retry-after': '1' })
      .end(JSON.stringify({ ok: false, error: 'ratelimited' }));
  else if (kind === '500') response.writeHead(500).end('Internal Server Error');
  else if (kind === 'refuse')
    response
      .writeHead(200, { 'content-type': 'application/json' })
      .end(JSON.stringify({ ok: false, error: error ?? 'fatal_error' }));
  else if (kind === 'drop_before_commit') response.destroy();
  else if (kind === 'delayed_commit') {
    response.destroy();
    setTimeout(perform, delayMs).unref();
  } else if (kind === 'timeout')
    void pause(HANG_MS, undefined, { ref: false }).then(() => response.destroy());
  else return false;
  return true;
};

/** Faults that strike when it has been done and the bot does not learn of it. */
const failAfterwards = (response: ServerResponse, { kind }: Fault) => {
  if (kind === 'drop_after_commit') response.destroy();
  else response.writeHead(500).end('Internal Server Error');
};

/** Slack's clients send forms whose structured fields are JSON. */
const readParams = (body: string): Params => {
  if (body.startsWith('{')) return JSON.parse(body) as Params;
  return Object.fromEntries(
    [...new URLSearchParams(body)].map(([key, value]) => [
      key,
      structured.has(key) ? JSON.parse(value) : value,
    ]),
  );
};

const structured = new Set(['blocks', 'metadata', 'view']);
