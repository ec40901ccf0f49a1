// Drawing a sent message anew where it says what no longer holds: no dead buttons, and no second copy left open.
import type { Drawn } from '../../domain/sending/deliveries.ts';
import type { StaleMessage } from '../../store/sending/outdated-messages.ts';
import type { House } from '../bolt/serve.ts';
import { promptMessage } from '../sending/prompt-message.ts';
import type { Message } from '../ui/blocks.ts';
import { copiesOf, metadataOf } from './conversations.ts';
import { type Sorted, sortOutcome } from './errors.ts';
import { chaseOf } from './send.ts';

/** Draws the message of a delivery, and every second copy of it, as it should look now. */
export const drawAnew = async (house: House, stale: StaleMessage): Promise<Drawn> => {
  const { ccgCode, id, promptId, channel } = stale;
  const [ccg, prompt] = await Promise.all([house.store.ccgs.find(ccgCode), house.store.ccg(ccgCode).prompts.view(promptId)]);
  if (!ccg || !prompt || !channel) return { kind: 'drawn' };
  const { slashCommand } = house;
  const message = promptMessage({ prompt, ccg, slashCommand, now: house.now(), ...chaseOf(stale), deliveryId: id });
  const copies = await copiesToDraw(house, channel, stale);
  if ('kind' in copies) return notYet(copies);
  for (const ts of copies) {
    const failed = await update(house, { channel, ts, id }, message);
    if (failed && failed.kind !== 'give up') return notYet(failed);
  }
  return { kind: 'drawn' };
};

/** What was handed to Slack once is there once. Where the conversation may not be read, the copy we know of has to do. */
const copiesToDraw = async (house: House, channel: string, { id, messageTs, attempts }: StaleMessage) => {
  const known = messageTs ? [messageTs] : [];
  if (attempts < 2) return known;
  const copies = await copiesOf(house, channel, id);
  return 'kind' in copies && (copies.kind === 'give up' || copies.error === 'missing_scope') ? known : copies;
};

type Place = { readonly channel: string; readonly ts: string; readonly id: string };

const update = ({ writes }: House, { channel, ts, id }: Place, { text, blocks }: Message): Promise<Sorted | undefined> =>
  writes.chat.update({ channel, ts, text, blocks: [...blocks], metadata: metadataOf(id) }).then(
    () => undefined,
    (error) => sortOutcome('chat.update', error),
  );

const A_MINUTE = 60_000;

/** Slack would not have it now. */
export const notYet = (sorted: Sorted): Drawn => ({
  kind: 'not yet',
  afterMs: sorted.kind === 'later' ? sorted.afterMs : A_MINUTE,
  because: sorted.kind === 'later' ? sorted.because : 'app_refused',
  error: sorted.error,
});
