import { randomUUID } from 'node:crypto';
import type { Command } from '../bolt/legacy.ts';
import { nextStepBlocks } from '../home/next-steps.ts';
import { vacanciesBlock } from '../home/vacancies.ts';
import { actionsBlock, contextBlock, divider } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';
import { overTimeMessage, summaryMessage } from './summary-message.ts';

export const summary: Command = {
  name: 'summary',
  also: ['report', 'digest'],
  usage: 'summary',
  says: 'How members take part; you can post it in the channel',
  permission: 'read summary',
  run: async (interaction) => {
    const { ccgStore, ccg, now } = interaction;
    const [facts, register] = await Promise.all([
      ccgStore.summaryFacts(ccg, now),
      ccgStore.register(),
    ]);
    const { text, blocks } = summaryMessage(facts);
    const forLeads = [
      divider,
      contextBlock(
        `Only you see this. Posting puts what is above into <#${ccg.channelId}>, and nothing ` +
          'of what is below.',
      ),
      actionsBlock(
        button('post_summary', 'Post it', { id: randomUUID() }, { style: 'primary' }),
        ...(overTimeMessage(facts) ? [button('show_over_time', 'Over time', {})] : []),
      ),
      ...(await nextStepBlocks(interaction, register)),
      vacanciesBlock(interaction, register),
    ];
    return { reply: { text, blocks: [...blocks, ...forLeads] } };
  },
};
