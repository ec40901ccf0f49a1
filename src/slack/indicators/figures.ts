import { z } from 'zod';
import type { Practice } from '../../domain/people/practices.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import { type Block, section, textMessage } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { figuresFor } from './read-figures.ts';

const showFigures = defineButton('show_figures', z.object({ practice: z.string() }));

/** A practice's own leads look at its figures. */
export const figures: Feature = {
  buttons: [
    onTap(showFigures, {
      permission: 'look at figures',
      run: async (interaction, { practice: code }) => {
        const register = await interaction.ccgStore.register();
        const practice = register.practices.find((each) => each.code === code);
        if (!practice) return { reply: textMessage('This practice is no longer in the list.') };
        const blocks = await figuresFor(interaction, register, practice);
        return { reply: { text: `Figures of ${practice.name}`, blocks } };
      },
    }),
  ],
};

/** The way to a practice's figures, shown to its own leads and to nobody else. */
export const figuresLine = ({ code: practice }: Practice): Block =>
  section(
    'Its figures, for its own leads to look at.',
    showFigures('Look at the figures', { practice }),
  );
