import type { Response } from '../bolt/interaction.ts';
import type { Action } from '../bolt/legacy.ts';
import { actionsBlock, type Message, textMessage } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';
import { inModal } from '../ui/in-modal.ts';
import { resultsPage } from './results-page.ts';

export const showResults: Action<'show_results'> = {
  tap: 'show_results',
  permission: 'read results',
  run: async (interaction, { id }) => {
    const message = await resultsPage(interaction, id, 0);
    if (!message)
      return {
        reply: textMessage('There are no results yet: they are made when the survey closes.'),
      };
    return interaction.tappedTs ? { reply: message } : inView(message, id, 0);
  },
};

/** Another page in place of this one. */
export const turnResults: Action<'turn_results'> = {
  tap: 'turn_results',
  permission: 'read results',
  run: async (interaction, { id, page }) => {
    const message = await resultsPage(interaction, id, page);
    if (!message) return gone;
    return interaction.tappedTs ? { replace: message } : inView(message, id, page);
  },
};

/**
 * A modal takes no charts, so the page goes to the lead's own messages: an answer to their tap,
 * which costs nobody's budget.
 */
export const sendResults: Action<'send_results'> = {
  tap: 'send_results',
  permission: 'read results',
  run: async (interaction, { id, page }) => {
    const message = await resultsPage(interaction, id, page);
    if (!message) return gone;
    return {
      direct: message,
      replace: textMessage('The results are in your messages with me, with charts.'),
    };
  },
};

const inView = (message: Message, id: string, page: number): Response => {
  const send = actionsBlock(button('send_results', 'Send me this with charts', { id, page }));
  return { modal: inModal({ ...message, blocks: [...message.blocks, send] }, 'Results') };
};

const gone: Response = { reply: textMessage('These results are no longer here.') };
