import type { Action } from '../bolt/legacy.ts';
import { textMessage } from '../ui/blocks.ts';
import { overTimeMessage } from './summary-message.ts';

export const showOverTime: Action<'show_over_time'> = {
  tap: 'show_over_time',
  permission: 'read summary',
  run: async ({ ccgStore, ccg, now }) => ({
    reply:
      overTimeMessage(await ccgStore.summaryFacts(ccg, now)) ??
      textMessage('There is nothing to compare yet.'),
  }),
};
