import type { Action, Say } from '../bolt/interaction.ts';
import { buttons, type Message, plain } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';
import { inModal } from '../ui/in-modal.ts';
import { resultsPage } from './results-page.ts';

export const showResults: Action<'show_results'> = {
  tap: 'show_results',
  act: 'read results',
  run: async (visit, { id }) => {
    const message = await resultsPage(visit, id, 0);
    if (!message) return { reply: plain('There are no results yet: they are made when the survey closes.') };
    return visit.tappedTs ? { reply: message } : inView(message, id, 0);
  },
};

/** Another page in place of this one. */
export const turnResults: Action<'turn_results'> = {
  tap: 'turn_results',
  act: 'read results',
  run: async (visit, { id, page }) => {
    const message = await resultsPage(visit, id, page);
    if (!message) return gone;
    return visit.tappedTs ? { replace: message } : inView(message, id, page);
  },
};

/** A modal takes no charts, so the page goes to the lead's own messages: an answer to their tap, which costs nobody's budget. */
export const sendResults: Action<'send_results'> = {
  tap: 'send_results',
  act: 'read results',
  run: async (visit, { id, page }) => {
    const message = await resultsPage(visit, id, page);
    if (!message) return gone;
    return { direct: message, replace: plain('The results are in your messages with me, with charts.') };
  },
};

const inView = (message: Message, id: string, page: number): Say => {
  const send = buttons(button('send_results', 'Send me this with charts', { id, page }));
  return { modal: inModal({ ...message, blocks: [...message.blocks, send] }, 'Results') };
};

const gone: Say = { reply: plain('These results are no longer here.') };
