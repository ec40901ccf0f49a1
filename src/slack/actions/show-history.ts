import { inModal } from '../in-modal.ts';
import { historyMessage } from '../messages/history.ts';
import type { Action } from '../visit.ts';

/** Earlier lines. In a modal, because they come from one or from a reply that stays as it is. */
export const showHistory: Action<'show_history'> = {
  tap: 'show_history',
  act: 'read history',
  run: async (visit, { before }) => ({ modal: inModal(await historyMessage(visit, BigInt(before)), 'History') }),
};
