import type { Action } from '../bolt/legacy.ts';
import { textMessage } from '../ui/blocks.ts';
import { summaryToPost } from './summary-to-post.ts';

export const postSummary: Action<'post_summary'> = {
  tap: 'post_summary',
  permission: 'post summary',
  run: async (interaction, { id }) => {
    const { ccgStore, ccg, person, now } = interaction;
    const [message, ...more] = await summaryToPost(interaction);
    const isFirst = await ccgStore.summaries.notePosted(id, person.id, now);
    if (!isFirst) return { replace: textMessage('This summary has been posted already.') };
    return {
      post: { channel: ccg.channelId, message, more },
      replace: textMessage('Posted. Thank you for keeping everyone informed.'),
    };
  },
};
