import type { UpdateResult } from '../../domain/sending/deliveries.ts';
import type { OutdatedCard } from '../../store/wins/cards.ts';
import { classifyError } from '../api/errors.ts';
import { notYet } from '../api/update-message.ts';
import type { SlackContext } from '../bolt/context.ts';
import { winCard } from './win-message.ts';

/**
 * Updates an outdated card: the win was taken back, its author has left, or two people tapped at
 * the same time. A card that Slack no longer lets us change stays as it is.
 */
export const updateWinCard = async (
  { store, writes, now }: SlackContext,
  { ccgCode, id, channel, messageTs: ts }: OutdatedCard,
): Promise<UpdateResult> => {
  const [ccg, win] = await Promise.all([
    store.ccgs.find(ccgCode),
    store.ccg(ccgCode).wins.find(id),
  ]);
  if (!ccg || !win || !channel || !ts) return { kind: 'updated' };
  const { text, blocks } = winCard(win, ccg, now());
  const failed = await writes.chat.update({ channel, ts, text, blocks: [...blocks] }).then(
    () => undefined,
    (error) => classifyError('chat.update', error),
  );
  return failed && failed.kind !== 'give up' ? notYet(failed) : { kind: 'updated' };
};
