import type { Action } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';
import { overTimeMessage } from './summary-message.ts';

export const showOverTime: Action<'show_over_time'> = {
  tap: 'show_over_time',
  act: 'read summary',
  run: async ({ home, ccg, now }) => ({
    reply: overTimeMessage(await home.summaryFacts(ccg, now)) ?? plain('There is nothing to compare yet.'),
  }),
};
