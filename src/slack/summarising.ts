// The summary of a CCG as it stands now.
import { addMonths } from '../domain/calendar.ts';
import type { Ccg } from '../domain/ccg.ts';
import type { SummaryFacts } from '../domain/summary/facts.ts';
import type { CcgStore } from '../store/store.ts';
import type { Message } from './blocks.ts';
import { overTimeMessage, summaryMessage } from './messages/summary.ts';

/** How far back the summary looks for rounds. */
const LATEST_ROUNDS = 12;

type Place = { readonly home: CcgStore; readonly ccg: Ccg; readonly now: Date };

export const summaryFacts = async ({ home, ccg, now }: Place): Promise<SummaryFacts> => {
  const since = addMonths(now, -1);
  const [register, rounds, withLeadBefore, asked, planned] = await Promise.all([
    home.register(),
    home.rounds.recent(LATEST_ROUNDS),
    home.summaries.practicesWithLead(since),
    home.summaries.asked(since),
    home.series.planned(now),
  ]);
  const { name, settings: words } = ccg;
  return {
    name,
    words,
    register,
    rounds,
    withLeadBefore,
    asked: { since, ...asked },
    monthlySeconds: words.monthly_seconds,
    planned,
    now,
  };
};

/** What is posted in the channel: the summary, and where there is something to compare, how it went over time. */
export const summaryToPost = async (place: Place): Promise<readonly [Message, ...Message[]]> => {
  const facts = await summaryFacts(place);
  const more = overTimeMessage(facts);
  return [summaryMessage(facts), ...(more ? [more] : [])];
};
