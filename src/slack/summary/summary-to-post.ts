// What is posted of a summary.
import type { Ccg } from '../../domain/ccg.ts';
import type { CcgStore } from '../../store/store.ts';
import type { Message } from '../ui/blocks.ts';
import { overTimeMessage, summaryMessage } from './summary-message.ts';

type SummaryContext = { readonly ccgStore: CcgStore; readonly ccg: Ccg; readonly now: Date };

/** The summary, and where there is something to compare, how it went over time. */
export const summaryToPost = async ({
  ccgStore,
  ccg,
  now,
}: SummaryContext): Promise<readonly [Message, ...Message[]]> => {
  const facts = await ccgStore.summaryFacts(ccg, now);
  const more = overTimeMessage(facts);
  return [summaryMessage(facts), ...(more ? [more] : [])];
};
