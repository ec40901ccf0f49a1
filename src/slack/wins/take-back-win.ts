import type { Action } from '../bolt/legacy.ts';
import { textMessage } from '../ui/blocks.ts';

export const takeBackWin: Action<'take_back_win'> = {
  tap: 'take_back_win',
  permission: 'share a win',
  run: async ({ ccgStore, person, now }, { id }) => {
    const isBack = await ccgStore.wins.takeBack(id, person.id, now);
    const said = isBack
      ? 'Taken back. Its words are deleted, and the card in the channel says so within a minute.'
      : 'There is nothing of yours to take back here.';
    return { replace: textMessage(said), home: true };
  },
};
