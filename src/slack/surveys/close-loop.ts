import { MAX_CHARACTERS } from '../../domain/surveys/responses.ts';
import type { Action } from '../bolt/legacy.ts';
import { contextBlock, textMessage, typeText } from '../ui/blocks.ts';
import { modal } from '../ui/modals.ts';

export const closeLoop: Action<'close_loop'> = {
  tap: 'close_loop',
  permission: 'close the loop',
  run: async ({ ccgStore }, { id }) => {
    const round = await ccgStore.rounds.find(id);
    if (!round?.closedAt) return { reply: textMessage('That comes once the survey has closed.') };
    return {
      modal: modal('close_loop', {
        title: 'You said, we will',
        submit: 'Tell members',
        carries: { id },
        blocks: [
          typeText(
            {
              id: 'text',
              label: `After “${round.title}”: what comes of it?`,
              hint: 'One or two sentences. No patient details, please.',
            },
            { multiline: true, most: MAX_CHARACTERS, initial: round.response ?? '' },
          ),
          contextBlock(
            'Members see it on their Home and in the next summary. It costs nobody a message.',
          ),
        ],
      }),
    };
  },
};
