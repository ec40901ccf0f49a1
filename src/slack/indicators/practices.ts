import { findable } from '../../domain/people/practices.ts';
import { search } from '../../domain/text/search.ts';
import type { Command } from '../bolt/legacy.ts';
import { textMessage } from '../ui/blocks.ts';
import { readStepFacts } from './facts.ts';
import { practicesMessage } from './practices-message.ts';

export const practices: Command = {
  name: 'practices',
  usage: 'practices',
  says:
    'The practices, when each was last heard of, one next step for each, their figures, and ' +
    'noting a contact',
  permission: 'read practices',
  run: async (interaction, words) => {
    const register = await interaction.ccgStore.register();
    const found = words ? search(register.practices.map(findable), words) : register.practices;
    if (found.length === 0)
      return { reply: textMessage(words ? `No practice here sounds like “${words}”.` : NONE) };
    return {
      reply: practicesMessage(
        { ...(await readStepFacts(interaction, register)), practices: found },
        0,
      ),
    };
  },
};

const NONE = 'There are no practices yet. The person who runs the bot imports them.';
