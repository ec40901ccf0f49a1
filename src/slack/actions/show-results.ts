import { plain } from '../blocks.ts';
import { inModal } from '../in-modal.ts';
import { resultsMessage } from '../messages/results.ts';
import type { Action } from '../visit.ts';

export const showResults: Action<'show_results'> = {
  tap: 'show_results',
  act: 'read results',
  run: async ({ home }, { id }) => {
    const round = await home.rounds.find(id);
    if (!round?.results) return { reply: plain('There are no results yet: they are made when the survey closes.') };
    const [answers, comments] = await Promise.all([home.rounds.namedAnswers(id), home.rounds.comments(id)]);
    return { modal: inModal(resultsMessage(round, answers, comments), 'Results') };
  },
};
