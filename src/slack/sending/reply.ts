import type { Prompt } from '../../domain/sending/prompt.ts';
import type { Action, MemberInteraction } from '../bolt/interaction.ts';
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
      prompt.kind === 'survey' && prompt.round.anonymous ? null : interaction.now,
      interaction.tappedTs,
    );
  return redraw(interaction, id);
};

const mayReply = ({ kind, outcome }: Prompt, reply: 'done' | 'not_now' | 'not_for_me') =>
  reply === 'not_for_me'
    ? kind === 'reminder' && ['waiting', 'not_now'].includes(outcome)
    : outcome === 'waiting';
