// HTTP mode: signed requests to the bot's request URL (docs.slack.dev, Verifying requests from
// Slack).
import { createHmac } from 'node:crypto';
import { TOKENS } from '../desk.ts';
import type { Envelope } from './socket.ts';

/**
 * Posts one payload as Slack would, and returns what the bot acknowledged it with. Throws where it
 * did not answer with 200.
 */
export const postSigned = async (
  requestUrl: string,
  { type, payload, attempt }: Envelope,
): Promise<unknown> => {
  const { body, contentType } = encode(type, payload);
  const timestamp = String(Math.floor(Date.now() / 1000));
  const hmac = createHmac('sha256', TOKENS.signingSecret).update(`v0:${timestamp}:${body}`);
  const signature = `v0=${hmac.digest('hex')}`;
  const headers = {
    'content-type': contentType,
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': signature,
    ...(attempt > 0
      ? { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': 'http_timeout' }
      : {}),
  };
  const response = await fetch(requestUrl, { method: 'POST', headers, body });
  if (response.status !== 200) throw new Error(`status ${response.status}`);
  const text = await response.text();
  return response.headers.get('content-type')?.includes('json') && text
    ? JSON.parse(text)
    : text || undefined;
};

const encode = (type: Envelope['type'], payload: object) => {
  if (type === 'events_api')
    return { body: JSON.stringify(payload), contentType: 'application/json' };
  const form =
    type === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : (payload as Record<string, string>);
  return {
    body: new URLSearchParams(form).toString(),
    contentType: 'application/x-www-form-urlencoded',
  };
};
