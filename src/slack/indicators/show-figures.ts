import type { Action } from '../bolt/legacy.ts';
import { textMessage } from '../ui/blocks.ts';
import { figuresOf } from './facts.ts';

/** A practice's own leads look at its figures. */
export const showFigures: Action<'show_figures'> = {
  tap: 'show_figures',
  permission: 'look at figures',
  run: async (interaction, { practice: code }) => {
    const register = await interaction.ccgStore.register();
    const practice = register.practices.find((each) => each.code === code);
    if (!practice) return { reply: textMessage('This practice is no longer in the list.') };
    return {
      reply: {
        text: `Figures of ${practice.name}`,
        blocks: await figuresOf(interaction, register, practice),
      },
    };
  },
};
