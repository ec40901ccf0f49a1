import type { Action } from '../bolt/legacy.ts';
import { textMessage } from '../ui/blocks.ts';
import { postCard } from './sharing.ts';

/** Once more, where the channel was closed to us. */
export const postWin: Action<'post_win'> = {
  tap: 'post_win',
  permission: 'share a win',
  run: async (interaction, { id }) => {
    const isOurs = await interaction.ccgStore.wins.takePosting(
      id,
      interaction.person.id,
      interaction.now,
    );
    if (!isOurs) return { replace: textMessage('There is nothing of yours to post here.') };
    return {
      ...(await postCard(interaction, id)),
      replace: textMessage('Posted. Thank you for sharing what works.'),
      home: true,
    };
  },
};
