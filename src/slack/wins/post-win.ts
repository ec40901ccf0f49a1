import type { Action } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';
import { postCard } from './sharing.ts';

/** Once more, where the channel was closed to us. */
export const postWin: Action<'post_win'> = {
  tap: 'post_win',
  act: 'share a win',
  run: async (visit, { id }) => {
    const isOurs = await visit.home.wins.takePosting(id, visit.person.id, visit.now);
    if (!isOurs) return { replace: plain('There is nothing of yours to post here.') };
    return { ...(await postCard(visit, id)), replace: plain('Posted. Thank you for sharing what works.'), home: true };
  },
};
