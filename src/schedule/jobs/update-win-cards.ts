import type { JobContext } from '../job.ts';
import { pauseAfter } from '../pause.ts';

/** Slack lets an app change 50 messages a minute, and messages to people come before cards. */
const MAX_PER_MINUTE = 10;

/**
 * Updates cards of wins that are out of date: taken back, their author has left, or several people
 * tapped at once.
 */
export const updateWinCards = async (context: JobContext): Promise<void> => {
  const { store, slack, log, stopping } = context;
  for (const card of await store.cards.outdated(MAX_PER_MINUTE, new Date())) {
    if (stopping.aborted) return;
    const updated = await slack.updateWinCard(card);
    if (updated.kind === 'updated') await store.cards.noteUpdated(card);
    else
      log.warn({ ccg: card.ccgCode, win: card.id, error: updated.error }, 'a card was not updated');
    if (await pauseAfter(context, updated)) return;
  }
};
