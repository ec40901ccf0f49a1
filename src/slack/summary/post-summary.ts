import type { Action } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';
import { summaryToPost } from './summary-to-post.ts';

export const postSummary: Action<'post_summary'> = {
  tap: 'post_summary',
  act: 'post summary',
  run: async (visit, { id }) => {
    const { home, ccg, person, now } = visit;
    const [message, ...more] = await summaryToPost(visit);
    const isFirst = await home.summaries.notePosted(id, person.id, now);
    if (!isFirst) return { replace: plain('This summary has been posted already.') };
    return {
      post: { channel: ccg.channelId, message, more },
      replace: plain('Posted. Thank you for keeping everyone informed.'),
    };
  },
};
