// Drawing the card of a win anew where it says what no longer holds: taken back, its author has left, or two tapped at once.
import type { Drawn } from '../domain/deliveries.ts';
import type { StaleCard } from '../store/cards.ts';
import { notYet } from './draw-anew.ts';
import { winCard } from './messages/win.ts';
import { sortOutcome } from './outcomes.ts';
import type { House } from './serve.ts';

/** Draws a card as it should look now. What Slack no longer lets us change stays as it is. */
export const drawCard = async (
  { store, writes, now }: House,
  { ccgCode, id, channel, messageTs: ts }: StaleCard,
): Promise<Drawn> => {
  const [ccg, win] = await Promise.all([store.ccgs.find(ccgCode), store.ccg(ccgCode).wins.find(id)]);
  if (!ccg || !win || !channel || !ts) return { kind: 'drawn' };
  const { text, blocks } = winCard(win, ccg, now());
  const failed = await writes.chat.update({ channel, ts, text, blocks: [...blocks] }).then(
    () => undefined,
    (error) => sortOutcome('chat.update', error),
  );
  return failed && failed.kind !== 'give up' ? notYet(failed) : { kind: 'drawn' };
};
