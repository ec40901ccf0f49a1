// A page of a round's results, as things are stored now.
import { resultPages } from '../../domain/surveys/results/pages.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import type { Message } from '../ui/blocks.ts';
import { resultsMessage } from './results-message.ts';

/**
 * The page as a message, or nothing while the round is open: its tables are made when it closes.
 */
export const resultsPage = async (
  { ccgStore, ccg }: MemberInteraction,
  id: string,
  page: number,
): Promise<Message | undefined> => {
  const round = await ccgStore.rounds.find(id);
  if (!round?.results) return undefined;
  const [alike, answers, comments] = await Promise.all([
    ccgStore.rounds.alike(id),
    ccgStore.rounds.namedAnswers(id),
    ccgStore.rounds.comments(id),
  ]);
  return resultsMessage(
    round,
    resultPages({ round, alike, answers, comments, words: ccg.settings }),
    page,
  );
};
