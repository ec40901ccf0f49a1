import type { Action } from '../bolt/interaction.ts';
import { inModal } from '../ui/in-modal.ts';
import { redraw } from './own-prompt.ts';

/** Opens a waiting prompt from Home; answering goes on inside the modal. */
export const showPrompt: Action<'show_prompt'> = {
  tap: 'show_prompt',
  act: 'answer',
  run: async (visit, { id }) => {
    const { replace, reply } = await redraw(visit, id);
    return replace ? { modal: inModal(replace) } : reply ? { reply } : {};
  },
};
