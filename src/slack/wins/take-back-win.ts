import type { Action } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';

export const takeBackWin: Action<'take_back_win'> = {
  tap: 'take_back_win',
  act: 'share a win',
  run: async ({ home, person, now }, { id }) => {
    const isBack = await home.wins.takeBack(id, person.id, now);
    const said = isBack
      ? 'Taken back. Its words are deleted, and the card in the channel says so within a minute.'
      : 'There is nothing of yours to take back here.';
    return { replace: plain(said), home: true };
  },
};
