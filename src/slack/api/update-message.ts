// Updates a sent message that is out of date, with every copy of it, so that no button in it is
// left that does nothing.
import type { UpdateResult } from '../../domain/sending/deliveries.ts';
import type { OutdatedMessage } from '../../store/sending/outdated-messages.ts';
import type { SlackContext } from '../bolt/context.ts';
import { promptMessage } from '../sending/prompt-message.ts';
import type { Message } from '../ui/blocks.ts';
import { copiesOf, metadataOf } from './conversations.ts';
import { classifyError, type SlackFailure } from './errors.ts';
import { chaseOf } from './send.ts';

/** Updates the message of a delivery, and every second copy of it. */
export const updateMessage = async (
  context: SlackContext,
  outdated: OutdatedMessage,
): Promise<UpdateResult> => {
  const { ccgCode, id, promptId, channel } = outdated;
  const [ccg, prompt] = await Promise.all([
    context.store.ccgs.find(ccgCode),
    context.store.ccg(ccgCode).prompts.view(promptId),
  ]);
  if (!ccg || !prompt || !channel) return { kind: 'updated' };
  const { slashCommand } = context;
  const message = promptMessage({
    prompt,
    ccg,
    slashCommand,
    now: context.now(),
    ...chaseOf(outdated),
    deliveryId: id,
  });
  const copies = await copiesToUpdate(context, channel, outdated);
  if ('kind' in copies) return notYet(copies);
  for (const ts of copies) {
    const failed = await update(context, { channel, ts, id }, message);
    if (failed && failed.kind !== 'give up') return notYet(failed);
  }
  return { kind: 'updated' };
};

/**
 * What was handed to Slack once is there once. Where the conversation may not be read, the copy we
 * know of has to do.
 */
const copiesToUpdate = async (
  context: SlackContext,
  channel: string,
  { id, messageTs, attempts }: OutdatedMessage,
) => {
  const known = messageTs ? [messageTs] : [];
  if (attempts < 2) return known;
  const copies = await copiesOf(context, channel, id);
  return 'kind' in copies && (copies.kind === 'give up' || copies.error === 'missing_scope')
    ? known
    : copies;
};

type MessageCopy = { readonly channel: string; readonly ts: string; readonly id: string };

const update = (
  { writes }: SlackContext,
  { channel, ts, id }: MessageCopy,
  { text, blocks }: Message,
): Promise<SlackFailure | undefined> =>
  writes.chat.update({ channel, ts, text, blocks: [...blocks], metadata: metadataOf(id) }).then(
    () => undefined,
    (error) => classifyError('chat.update', error),
  );

const A_MINUTE = 60_000;

/** Slack would not have it now. */
export const notYet = (sorted: SlackFailure): UpdateResult => ({
  kind: 'not yet',
  afterMs: sorted.kind === 'later' ? sorted.afterMs : A_MINUTE,
  because: sorted.kind === 'later' ? sorted.because : 'app_refused',
  error: sorted.error,
});
