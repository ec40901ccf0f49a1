import { randomUUID } from 'node:crypto';
import { buttons, context, divider } from '../blocks.ts';
import { overTimeMessage, summaryMessage } from '../messages/summary.ts';
import { button } from '../taps.ts';
import type { Command } from '../visit.ts';

export const summary: Command = {
  name: 'summary',
  also: ['report', 'digest'],
  usage: 'summary',
  says: 'How members take part; you can post it in the channel',
  act: 'read summary',
  run: async ({ home, ccg, now }) => {
    const facts = await home.summaryFacts(ccg, now);
    const { text, blocks } = summaryMessage(facts);
    const post = [
      divider,
      context(`Only you see this. Posting puts it into <#${ccg.channelId}> as it is.`),
      buttons(
        button('post_summary', 'Post it', { id: randomUUID() }, { style: 'primary' }),
        ...(overTimeMessage(facts) ? [button('show_over_time', 'Over time', {})] : []),
      ),
    ];
    return { reply: { text, blocks: [...blocks, ...post] } };
  },
};
