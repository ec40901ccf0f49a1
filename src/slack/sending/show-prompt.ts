import { z } from 'zod';
import { type Feature, onTap } from '../bolt/feature.ts';
import { defineButton } from '../ui/buttons.ts';
import { inModal } from '../ui/in-modal.ts';
import { redrawPrompt } from './redraw-prompt.ts';

export const showPrompt = defineButton('show_prompt', z.object({ id: z.uuid() }));

/** Opens a waiting prompt from Home, in a modal in which it can be answered. */
export const waitingPrompts: Feature = {
  buttons: [
    onTap(showPrompt, {
      permission: 'answer',
      run: async (interaction, { id }) => {
        const { replace, reply } = await redrawPrompt(interaction, id);
        return replace ? { modal: inModal(replace) } : reply ? { reply } : {};
      },
    }),
  ],
};
