import { plain } from '../blocks.ts';
import { overTimeMessage } from '../messages/summary.ts';
import type { Action } from '../visit.ts';

export const showOverTime: Action<'show_over_time'> = {
  tap: 'show_over_time',
  act: 'read summary',
  run: async ({ home, ccg, now }) => ({
    reply: overTimeMessage(await home.summaryFacts(ccg, now)) ?? plain('There is nothing to compare yet.'),
  }),
};
