// Sending one delivery, and sorting every way that can end.
import { WebAPIPlatformError, WebAPIRateLimitedError, type WebClient } from '@slack/web-api';
import { z } from 'zod';
import { type Delivery, type Outcome, whyUnwanted } from '../domain/deliveries.ts';
import { promptMessage } from './messages/prompt.ts';
import type { House } from './serve.ts';

/** The name of our metadata; its payload is the delivery's opaque id, which anyone in the workspace can read. */
const EVENT_TYPE = 'ccg_engage_delivery';

/** Sends the message of a delivery to its person. */
export const send = async (house: House, delivery: Delivery): Promise<Outcome> => {
  const { ccgCode, promptId, person, kind, id } = delivery;
  const [ccg, prompt] = await Promise.all([house.store.ccgs.find(ccgCode), house.store.ccg(ccgCode).prompts.view(promptId)]);
  const because = whyUnwanted(prompt, house.now());
  if (because || !ccg || !prompt) return { kind: 'not wanted', because: because ?? 'person_left' };
  if (!person.slackId) return { kind: 'not sent, give up', because: 'no_account', error: 'no Slack account' };
  const channel = await openChannel(house, house.writes, delivery).catch(sortOpening);
  if (typeof channel !== 'string') return channel;
  const { slashCommand } = house;
  const { text, blocks } = promptMessage({ prompt, ccg, slashCommand, now: house.now(), isChase: kind === 'chase' });
  const metadata = { event_type: EVENT_TYPE, event_payload: { delivery: id } };
  return house.writes.chat
    .postMessage({ channel, text, blocks: [...blocks], metadata, unfurl_links: false })
    .then(({ ts }): Outcome => ({ kind: 'sent', channel, ts: ts ?? '' }), sortError);
};

/** Looks in the person's conversation for a delivery that may have arrived. Slack gives apps like ours at least the last 15 messages. */
export const find = async (house: House, delivery: Delivery): Promise<Outcome | undefined> => {
  const channel = await openChannel(house, house.reads, delivery);
  const { messages = [] } = await house.reads.conversations.history({ channel, limit: 15, include_all_metadata: true });
  const message = messages.find(
    ({ metadata }) =>
      metadata?.event_type === EVENT_TYPE && payloadSchema.safeParse(metadata.event_payload).data?.delivery === delivery.id,
  );
  return message?.ts ? { kind: 'sent', channel, ts: message.ts } : undefined;
};

const payloadSchema = z.object({ delivery: z.string() });

/** The person's conversation with the bot; remembered as soon as it is known, because Slack lets few be opened a minute. */
const openChannel = async ({ store }: House, slack: WebClient, { ccgCode, person }: Delivery): Promise<string> => {
  if (person.dmChannel) return person.dmChannel;
  const { channel } = await slack.conversations.open({ users: person.slackId ?? '' });
  const id = channel?.id ?? '';
  await store.ccg(ccgCode).people.rememberChannel(person.id, id);
  return id;
};

/** Opening a conversation twice opens one, so whatever went wrong there, nothing was sent. */
const sortOpening = (error: unknown): Outcome => {
  const outcome = sortError(error);
  return outcome.kind === 'uncertain'
    ? { kind: 'not sent, try later', afterMs: 30_000, because: 'slack_unavailable', error: outcome.error }
    : outcome;
};

/** Slack said no, for now. */
const tryLater = new Set(['ratelimited', 'rate_limited', 'message_limit_exceeded', 'service_unavailable', 'team_added_to_org']);
/** Slack may have said yes before it failed. */
const unclear = new Set(['internal_error', 'fatal_error', 'request_timeout']);

const sortError = (error: unknown): Outcome => {
  if (error instanceof WebAPIRateLimitedError)
    return { kind: 'not sent, try later', afterMs: error.retryAfter * 1000, because: 'rate_limited', error: 'ratelimited' };
  if (!(error instanceof WebAPIPlatformError))
    return { kind: 'uncertain', error: error instanceof Error ? error.name : 'unknown' };
  const code = error.data.error;
  if (tryLater.has(code)) return { kind: 'not sent, try later', afterMs: 60_000, because: 'slack_unavailable', error: code };
  return unclear.has(code)
    ? { kind: 'uncertain', error: code }
    : { kind: 'not sent, give up', because: 'refused_by_slack', error: code };
};
