import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Register } from '../../domain/roles/register.ts';
import type { SummaryFacts } from '../../domain/summary/facts.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { vacanciesBlock } from '../home/vacancies.ts';
import { nextStepBlocks } from '../indicators/next-steps.ts';
import { actionsBlock, type Block, contextBlock, divider, textMessage } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { nothing } from '../ui/modals.ts';
import { overTimeMessage, summaryMessage } from './summary-message.ts';
import { summaryToPost } from './summary-to-post.ts';

/** The id makes posting the same summary twice the same as posting it once. */
const postSummary = defineButton('post_summary', z.object({ id: z.uuid() }));
const showOverTime = defineButton('show_over_time', nothing);

/** The summary for a lead to look at, and to post in the channel. */
export const summary: Feature = {
  commands: [
    {
      name: 'summary',
      also: ['report', 'digest'],
      usage: 'summary',
      description: 'How members take part; you can post it in the channel',
      permission: 'read summary',
      run: async (interaction) => {
        const { ccgStore, ccg, now } = interaction;
        const [facts, register] = await Promise.all([
          ccgStore.summaryFacts(ccg, now),
          ccgStore.register(),
        ]);
        const { text, blocks } = summaryMessage(facts);
        const forLeads = await leadsBlocks(interaction, facts, register);
        return { reply: { text, blocks: [...blocks, ...forLeads] } };
      },
    },
  ],
  buttons: [
    onTap(postSummary, {
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
    }),
    onTap(showOverTime, {
      permission: 'read summary',
      run: async ({ ccgStore, ccg, now }) => {
        const message = overTimeMessage(await ccgStore.summaryFacts(ccg, now));
        return { reply: message ?? textMessage('There is nothing to compare yet.') };
      },
    }),
  ],
};

/** What only the lead sees, below what can be posted. */
const leadsBlocks = async (
  interaction: MemberInteraction,
  facts: SummaryFacts,
  register: Register,
): Promise<Block[]> => [
  divider,
  contextBlock(
    `Only you see this. Posting puts what is above into <#${interaction.ccg.channelId}>, and ` +
      'nothing of what is below.',
  ),
  actionsBlock(
    postSummary('Post it', { id: randomUUID() }, { style: 'primary' }),
    ...(overTimeMessage(facts) ? [showOverTime('Over time', {})] : []),
  ),
  ...(await nextStepBlocks(interaction, register)),
  vacanciesBlock(interaction, register),
];
