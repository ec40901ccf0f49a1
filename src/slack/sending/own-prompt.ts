// A prompt as the visitor sees it: only ever their own, and always drawn from what is stored now.
import type { Prompt, SurveyPrompt } from '../../domain/sending/prompt.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { textMessage } from '../ui/blocks.ts';
import { promptMessage } from './prompt-message.ts';

/** A prompt by its id, where it was sent to the visitor. */
export const ownPrompt = async (
  { ccgStore, person }: MemberInteraction,
  id: string,
): Promise<Prompt | undefined> => {
  const prompt = await ccgStore.prompts.view(id);
  return prompt?.personId === person.id ? prompt : undefined;
};

/** The same, where it is about a survey. */
export const ownSurvey = async (
  interaction: MemberInteraction,
  id: string,
): Promise<SurveyPrompt | undefined> => {
  const prompt = await ownPrompt(interaction, id);
  return prompt?.kind === 'survey' ? prompt : undefined;
};

/** The prompt's message as it should look now, in place of the one that was tapped. */
export const redraw = async (interaction: MemberInteraction, id: string): Promise<Response> => {
  const prompt = await ownPrompt(interaction, id);
  return prompt
    ? { replace: promptMessage({ ...interaction, prompt }), home: true }
    : { reply: textMessage('This was not sent to you, so nothing was changed.') };
};
