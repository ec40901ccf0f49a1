// Sending one delivery, and looking for one that may have arrived. How Slack can fail us is sorted in outcomes.ts.
import { z } from 'zod';
import { type Delivery, type Found, type Outcome, whyUnwanted } from '../domain/deliveries.ts';
import { promptMessage } from './messages/prompt.ts';
import { type Sorted, sortOutcome } from './outcomes.ts';
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
  const opened = await openChannel(house, delivery);
  if (typeof opened !== 'string') return toOutcome(opened);
  const channel = opened;
  const { slashCommand } = house;
  const { text, blocks } = promptMessage({ prompt, ccg, slashCommand, now: house.now(), isChase: kind === 'chase' });
  const metadata = { event_type: EVENT_TYPE, event_payload: { delivery: id } };
  return house.writes.chat.postMessage({ channel, text, blocks: [...blocks], metadata, unfurl_links: false }).then(
    ({ ts }): Outcome => (ts ? { kind: 'sent', channel, ts } : { kind: 'uncertain', error: 'no answer of Slack' }),
    (error) => toOutcome(sortOutcome('chat.postMessage', error)),
  );
};

/** Looks in the person's conversation for a delivery that may have arrived. Slack gives apps like ours at least the last 15 messages. */
export const find = async (house: House, delivery: Delivery): Promise<Found> => {
  const channel = await openChannel(house, delivery);
  if (typeof channel !== 'string') return sortLooking(channel);
  const history = await house.writes.conversations
    .history({ channel, limit: 15, include_all_metadata: true })
    .catch((error) => sortOutcome('conversations.history', error));
  if ('kind' in history) return sortLooking(history as Sorted);
  const message = history.messages?.find(({ metadata }) => isOf(metadata, delivery));
  return message?.ts ? { kind: 'sent', channel, ts: message.ts } : { kind: 'absent' };
};

const isOf = (metadata: unknown, { id }: Delivery) => metadataSchema.safeParse(metadata).data?.event_payload.delivery === id;

const metadataSchema = z.object({ event_type: z.literal(EVENT_TYPE), event_payload: z.object({ delivery: z.string() }) });

/** The person's conversation with the bot; remembered as soon as it is known, because Slack lets few be opened a minute. */
const openChannel = async ({ store, writes }: House, { ccgCode, person }: Delivery): Promise<string | Sorted> => {
  if (person.dmChannel) return person.dmChannel;
  const opened = await writes.conversations.open({ users: person.slackId ?? '' }).then(
    ({ channel }) => channel?.id ?? noAnswer,
    (error) => sortOutcome('conversations.open', error),
  );
  if (typeof opened === 'string') await store.ccg(ccgCode).people.rememberChannel(person.id, opened);
  return opened;
};

const noAnswer: Sorted = { kind: 'later', afterMs: 30_000, because: 'slack_unavailable', error: 'no answer of Slack' };

/** While the app itself is refused, everything waits; a minute later Slack is asked again. */
const APP_REFUSED_MS = 60_000;

const toOutcome = (sorted: Sorted): Outcome => {
  switch (sorted.kind) {
    case 'later':
      return { ...sorted, kind: 'not sent, try later' };
    case 'app':
      return { kind: 'not sent, try later', afterMs: APP_REFUSED_MS, because: 'app_refused', error: sorted.error };
    case 'give up':
      return { ...sorted, kind: 'not sent, give up' };
    case 'unclear':
      return { kind: 'uncertain', error: sorted.error };
  }
};

/** Where the conversation may not be read, nobody can tell whether the message arrived. */
const sortLooking = (sorted: Sorted): Found => {
  if (sorted.kind === 'give up' || sorted.error === 'missing_scope') return { kind: 'may not look', error: sorted.error };
  return { kind: 'look later', afterMs: sorted.kind === 'later' ? sorted.afterMs : APP_REFUSED_MS, error: sorted.error };
};
