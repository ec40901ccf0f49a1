// Passing things on to the bot, by whichever way it is connected, and waiting for its
// acknowledgement as long as Slack does.
import { setTimeout as pause } from 'node:timers/promises';
import type { Desk } from '../desk.ts';
import { postSigned } from './http.ts';
import type { Envelope } from './socket.ts';

/** Slack waits 3 seconds for an acknowledgement. */
const ACK_TIMEOUT_MS = 3000;
/** Events that were not acknowledged come again: about at once, after a minute, after five. */
const EVENT_RETRY_MS = [100, 60_000, 300_000];

export type Acknowledged =
  | { readonly ok: true; readonly payload: unknown }
  | { readonly ok: false; readonly error: 'operation_timeout' | 'dispatch_failed' };

/** A command, tap or form: passed on once, never again. */
export const passOn = async (
  desk: Desk,
  envelope: Omit<Envelope, 'attempt'>,
): Promise<Acknowledged> => {
  const fault = desk.faults.take('interaction');
  if (fault?.kind === 'duplicate') void attempt(desk, { ...envelope, attempt: 0 });
  if (fault?.kind === 'disconnect') desk.sockets.refresh();
  if (fault?.kind === 'timeout') return { ok: false, error: 'operation_timeout' };
  return attempt(desk, { ...envelope, attempt: 0 });
};

/**
 * An event: passed on again where it was not acknowledged. Only what the manifest subscribes to.
 */
export const passOnEvent = async (
  desk: Desk,
  event: { type: string } & Record<string, unknown>,
): Promise<void> => {
  if (!desk.manifest.events.has(event.type)) return;
  const payload = {
    token: 'sandbox',
    team_id: 'T0SANDBOX',
    api_app_id: 'A0SANDBOX',
    type: 'event_callback',
    event_id: desk.newId('Ev'),
    event_time: Math.floor(desk.clock.now() / 1000),
    event,
  };
  const first = await attempt(desk, { type: 'events_api', payload, attempt: 0 });
  if (!first.ok) void retry(desk, payload);
};

const retry = async (desk: Desk, payload: object) => {
  for (const [index, waitMs] of EVENT_RETRY_MS.entries()) {
    await pause(waitMs, undefined, { ref: false });
    if ((await attempt(desk, { type: 'events_api', payload, attempt: index + 1 })).ok) return;
  }
};

const attempt = async (desk: Desk, envelope: Envelope): Promise<Acknowledged> => {
  const sent = desk.sockets.isOpen()
    ? desk.sockets.send(envelope)
    : postSigned(desk.requestUrl, envelope);
  const answer = sent.then(
    (payload): Acknowledged => ({ ok: true, payload }),
    (): Acknowledged => ({ ok: false, error: 'dispatch_failed' }),
  );
  const late = pause(ACK_TIMEOUT_MS, { ok: false, error: 'operation_timeout' } as const, {
    ref: false,
  });
  const result = await Promise.race([answer, late]);
  desk.note('to bot', envelope.type, result.ok ? 'acknowledged' : result.error);
  return result;
};
