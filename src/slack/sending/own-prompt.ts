// A prompt as the visitor sees it: only ever their own, and always drawn from what is stored now.
import type { PromptView } from '../../store/sending/prompts.ts';
import type { MemberVisit, Say } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';
import { promptMessage } from './prompt-message.ts';

/** A prompt by its id, where it was sent to the visitor. */
export const ownPrompt = async ({ home, person }: MemberVisit, id: string): Promise<PromptView | undefined> => {
  const prompt = await home.prompts.view(id);
  return prompt?.personId === person.id ? prompt : undefined;
};

/** The prompt's message as it should look now, in place of the one that was tapped. */
export const redraw = async (visit: MemberVisit, id: string): Promise<Say> => {
  const prompt = await ownPrompt(visit, id);
  return prompt
    ? { replace: promptMessage({ ...visit, prompt }), home: true }
    : { reply: plain('This was not sent to you, so nothing was changed.') };
};
