import type { PromptView } from '../../store/sending/prompts.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import type { Action } from '../bolt/legacy.ts';
import { ownPrompt, redraw } from './own-prompt.ts';

export const notNow: Action<'not_now'> = {
  tap: 'not_now',
  permission: 'answer',
  run: (interaction, { id }) => reply(interaction, id, 'not_now'),
};

export const done: Action<'done'> = {
  tap: 'done',
  permission: 'answer',
  run: (interaction, { id }) => reply(interaction, id, 'done'),
};

export const notForMe: Action<'not_for_me'> = {
  tap: 'not_for_me',
  permission: 'answer',
  run: (interaction, { id }) => reply(interaction, id, 'not_for_me'),
};

/**
 * The first reply counts; a later tap on an old copy of the message only redraws it. Only “Not now”
 * may become “Not for me”.
 */
const reply = async (
  interaction: MemberInteraction,
  id: string,
  outcome: 'done' | 'not_now' | 'not_for_me',
) => {
  const prompt = await ownPrompt(interaction, id);
  if (prompt && mayReply(prompt, outcome))
    await interaction.ccgStore.prompts.reply(
      id,
      outcome,
      prompt.round?.anonymous ? null : interaction.now,
      interaction.tappedTs,
    );
  return redraw(interaction, id);
};

const mayReply = ({ outcome, reminder }: PromptView, reply: 'done' | 'not_now' | 'not_for_me') =>
  reply === 'not_for_me'
    ? reminder !== null && ['waiting', 'not_now'].includes(outcome)
    : outcome === 'waiting';
