// The summary of the visitor's CCG as it stands now.
import type { SummaryFacts } from '../domain/summary/facts.ts';
import type { MemberVisit } from './visit.ts';

/** How far back the summary looks for rounds. */
const LATEST_ROUNDS = 12;

export const summaryFacts = async ({ home, ccg, now }: MemberVisit): Promise<SummaryFacts> => {
  const [register, rounds] = await Promise.all([home.register(), home.rounds.recent(LATEST_ROUNDS)]);
  return { name: ccg.name, words: ccg.settings, register, rounds, now };
};
