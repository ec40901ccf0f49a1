import type { Prompt, SurveyPrompt } from '../../domain/sending/prompt.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';

/** A prompt by its id, where it was sent to this person; nobody sees another person's. */
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
