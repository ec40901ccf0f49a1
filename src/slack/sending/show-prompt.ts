import type { Action } from '../bolt/legacy.ts';
import { inModal } from '../ui/in-modal.ts';
import { redraw } from './own-prompt.ts';

/** Opens a waiting prompt from Home; answering goes on inside the modal. */
export const showPrompt: Action<'show_prompt'> = {
  tap: 'show_prompt',
  permission: 'answer',
  run: async (interaction, { id }) => {
    const { replace, reply } = await redraw(interaction, id);
    return replace ? { modal: inModal(replace) } : reply ? { reply } : {};
  },
};
