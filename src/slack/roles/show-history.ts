import type { Action } from '../bolt/legacy.ts';
import { inModal } from '../ui/in-modal.ts';
import { historyMessage } from './history-message.ts';

/** Earlier lines. In a modal, because they come from one or from a reply that stays as it is. */
export const showHistory: Action<'show_history'> = {
  tap: 'show_history',
  permission: 'read history',
  run: async (interaction, { before }) => ({
    modal: inModal(await historyMessage(interaction, BigInt(before)), 'History'),
  }),
};
