// People's conversations with the bot: opening one, and looking which copies of a delivery are in
// it.
import { z } from 'zod';
import type { Delivery } from '../../domain/sending/deliveries.ts';
import type { SlackContext } from '../bolt/context.ts';
import { classifyError, type SlackFailure } from './errors.ts';

/**
 * The name of our metadata; its payload is the delivery's opaque id, which anyone in the workspace
 * can read.
 */
const EVENT_TYPE = 'ccg_engage_delivery';

/** What every message of a delivery carries, so that it can be found again. */
export const metadataOf = (deliveryId: string) => ({
  event_type: EVENT_TYPE,
  event_payload: { delivery: deliveryId },
});

const metadataSchema = z.object({
  event_type: z.literal(EVENT_TYPE),
  event_payload: z.object({ delivery: z.string() }),
});

const isOf = (metadata: unknown, deliveryId: string) =>
  metadataSchema.safeParse(metadata).data?.event_payload.delivery === deliveryId;

/**
 * The person's conversation with the bot; remembered as soon as it is known, because Slack lets few
 * be opened a minute.
 */
export const openChannel = async (
  { store, writes }: SlackContext,
  { ccgCode, person }: Pick<Delivery, 'ccgCode' | 'person'>,
): Promise<string | SlackFailure> => {
  if (person.dmChannel) return person.dmChannel;
  const opened = await writes.conversations.open({ users: person.slackId ?? '' }).then(
    ({ channel }) => channel?.id ?? noAnswer,
    (error) => classifyError('conversations.open', error),
  );
  if (typeof opened === 'string')
    await store.ccg(ccgCode).people.rememberChannel(person.id, opened);
  return opened;
};

const noAnswer: SlackFailure = {
  kind: 'later',
  afterMs: 30_000,
  because: 'slack_unavailable',
  error: 'no answer of Slack',
};

/**
 * The messages of a delivery in a conversation, the latest first. Slack gives apps like ours at
 * least the last 15 messages.
 */
export const copiesOf = async (
  { writes }: SlackContext,
  channel: string,
  deliveryId: string,
): Promise<readonly string[] | SlackFailure> =>
  writes.conversations.history({ channel, limit: 15, include_all_metadata: true }).then(
    ({ messages = [] }) =>
      messages.flatMap(({ ts, metadata }) => (ts && isOf(metadata, deliveryId) ? [ts] : [])),
    (error) => classifyError('conversations.history', error),
  );
