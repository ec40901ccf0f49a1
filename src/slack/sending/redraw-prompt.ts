import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { textMessage } from '../ui/blocks.ts';
import { ownPrompt } from './own-prompt.ts';
import { promptMessage } from './prompt-message.ts';

/** The prompt's message as it should look now, in place of the one that was tapped. */
export const redrawPrompt = async (
  interaction: MemberInteraction,
  id: string,
): Promise<Response> => {
  const prompt = await ownPrompt(interaction, id);
  return prompt
    ? { replace: promptMessage({ ...interaction, prompt }), home: true }
    : { reply: textMessage('This was not sent to you, so nothing was changed.') };
};
