import type { Action } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';
import { figuresOf } from './facts.ts';

/** A practice's own leads look at its figures. */
export const showFigures: Action<'show_figures'> = {
  tap: 'show_figures',
  act: 'look at figures',
  run: async (visit, { practice: code }) => {
    const register = await visit.home.register();
    const practice = register.practices.find((each) => each.code === code);
    if (!practice) return { reply: plain('This practice is no longer in the list.') };
    return { reply: { text: `Figures of ${practice.name}`, blocks: await figuresOf(visit, register, practice) } };
  },
};
