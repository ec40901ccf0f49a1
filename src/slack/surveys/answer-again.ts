import { isClosed } from '../../domain/surveys/surveys.ts';
import type { Action } from '../bolt/interaction.ts';
import { ownPrompt, redraw } from '../sending/own-prompt.ts';

export const answerAgain: Action<'answer_again'> = {
  tap: 'answer_again',
  act: 'answer',
  run: async (visit, { id }) => {
    const prompt = await ownPrompt(visit, id);
    const round = prompt?.round;
    if (prompt && round && !round.anonymous && !isClosed(round, visit.now))
      await visit.home.answers.takeBack(
        { ...prompt, roundId: round.id, questions: round.survey.questions.length, tappedTs: visit.tappedTs },
        visit.now,
      );
    return redraw(visit, id);
  },
};
