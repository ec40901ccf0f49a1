import type { Prompt } from '../../domain/sending/prompt.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { ownPrompt } from './own-prompt.ts';
import { redrawPrompt } from './redraw-prompt.ts';
import { done, notForMe, notNow } from './reply-buttons.ts';

/** Replying to a prompt in one tap. */
export const replies: Feature = {
  buttons: [
    onTap(done, {
      permission: 'answer',
      run: (interaction, { id }) => reply(interaction, id, 'done'),
    }),
    onTap(notNow, {
      permission: 'answer',
      run: (interaction, { id }) => reply(interaction, id, 'not_now'),
    }),
    onTap(notForMe, {
      permission: 'answer',
      run: (interaction, { id }) => reply(interaction, id, 'not_for_me'),
    }),
  ],
};

type ReplyOutcome = 'done' | 'not_now' | 'not_for_me';

/**
 * The first reply counts; a later tap on an old copy of the message only redraws it. Only “Not now”
 * may become “Not for me”.
 */
const reply = async (interaction: MemberInteraction, id: string, outcome: ReplyOutcome) => {
  const { ccgStore, now, tappedTs } = interaction;
  const prompt = await ownPrompt(interaction, id);
  if (prompt && mayReply(prompt, outcome)) {
    const at = prompt.kind === 'survey' && prompt.round.anonymous ? null : now;
    await ccgStore.prompts.reply(id, outcome, at, tappedTs);
  }
  return redrawPrompt(interaction, id);
};

const mayReply = ({ kind, outcome }: Prompt, reply: ReplyOutcome) =>
  reply === 'not_for_me'
    ? kind === 'reminder' && ['waiting', 'not_now'].includes(outcome)
    : outcome === 'waiting';
