import { plain } from '../blocks.ts';
import { overTimeMessage } from '../messages/summary.ts';
import { summaryFacts } from '../summarising.ts';
import type { Action } from '../visit.ts';

export const showOverTime: Action<'show_over_time'> = {
  tap: 'show_over_time',
  act: 'read summary',
  run: async (visit) => ({ reply: overTimeMessage(await summaryFacts(visit)) ?? plain('There is nothing to compare yet.') }),
};
