import type { JobContext } from '../timetable.ts';

/**
 * Slack lets an app change 50 messages a minute, and messages to people are drawn anew before
 * cards.
 */
const MAX_PER_MINUTE = 10;

/**
 * Cards of wins are drawn anew: those that were taken back, whose author has left, or that several
 * tapped at once.
 */
export const updateWinCards = async ({
  store,
  slack,
  log,
  stopping,
}: JobContext): Promise<void> => {
  for (const card of await store.cards.outdated(MAX_PER_MINUTE, new Date())) {
    if (stopping.aborted) return;
    const drawn = await slack.updateWinCard(card);
    if (drawn.kind === 'drawn') await store.cards.noteUpdated(card);
    else
      log.warn(
        { ccg: card.ccgCode, win: card.id, error: drawn.error },
        'a card was not drawn anew',
      );
    if (drawn.kind === 'not yet' && drawn.because !== 'slack_unavailable') {
      await store.deliveries.pauseUntil(new Date(Date.now() + drawn.afterMs), drawn.error);
      return;
    }
  }
};
