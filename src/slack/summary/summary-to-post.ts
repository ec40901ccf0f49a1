import type { Ccg } from '../../domain/ccg.ts';
import type { CcgStore } from '../../store/store.ts';
import type { Message } from '../ui/blocks.ts';
import { overTimeMessage, summaryMessage } from './summary-message.ts';

type SummaryContext = { readonly ccgStore: CcgStore; readonly ccg: Ccg; readonly now: Date };

/** What is posted in the channel: the summary, and the last surveys compared if there are any. */
export const summaryToPost = async ({
  ccgStore,
  ccg,
  now,
}: SummaryContext): Promise<readonly [Message, ...Message[]]> => {
  const facts = await ccgStore.summaryFacts(ccg, now);
  const more = overTimeMessage(facts);
  return [summaryMessage(facts), ...(more ? [more] : [])];
};
