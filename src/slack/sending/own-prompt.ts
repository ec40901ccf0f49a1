import type { PromptView } from '../../store/sending/prompts.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';

/** A prompt by its id, where it was sent to this person; nobody sees another person's. */
export const ownPrompt = async (
  { ccgStore, person }: MemberInteraction,
  id: string,
): Promise<PromptView | undefined> => {
  const prompt = await ccgStore.prompts.view(id);
  return prompt?.personId === person.id ? prompt : undefined;
};
