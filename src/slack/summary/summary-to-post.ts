// What is posted of a summary.
import type { Ccg } from '../../domain/ccg.ts';
import type { CcgStore } from '../../store/store.ts';
import type { Message } from '../ui/blocks.ts';
import { overTimeMessage, summaryMessage } from './summary-message.ts';

type Place = { readonly home: CcgStore; readonly ccg: Ccg; readonly now: Date };

/** The summary, and where there is something to compare, how it went over time. */
export const summaryToPost = async ({ home, ccg, now }: Place): Promise<readonly [Message, ...Message[]]> => {
  const facts = await home.summaryFacts(ccg, now);
  const more = overTimeMessage(facts);
  return [summaryMessage(facts), ...(more ? [more] : [])];
};
