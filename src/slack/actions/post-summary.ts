import { plain } from '../blocks.ts';
import { summaryMessage } from '../messages/summary.ts';
import { summaryFacts } from '../summarising.ts';
import type { Action } from '../visit.ts';

export const postSummary: Action<'post_summary'> = {
  tap: 'post_summary',
  act: 'post summary',
  run: async (visit, { id }) => {
    const { home, ccg, person, now } = visit;
    const message = summaryMessage(await summaryFacts(visit));
    const isFirst = await home.summaries.notePosted(id, person.id, now);
    if (!isFirst) return { replace: plain('This summary has been posted already.') };
    return { post: { channel: ccg.channelId, message }, replace: plain('Posted. Thank you for keeping everyone informed.') };
  },
};
