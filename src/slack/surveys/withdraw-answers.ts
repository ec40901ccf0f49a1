import { isClosed } from '../../domain/surveys/surveys.ts';
import type { Action } from '../bolt/interaction.ts';
import { ownPrompt, redraw } from '../sending/own-prompt.ts';

export const withdrawAnswers: Action<'withdraw_answers'> = {
  tap: 'withdraw_answers',
  act: 'answer',
  run: async (visit, { id }) => {
    const { home, now, tappedTs } = visit;
    const prompt = await ownPrompt(visit, id);
    const round = prompt?.round;
    if (prompt && round && !round.anonymous && !isClosed(round, now))
      await home.answers.withdraw({ ...prompt, roundId: round.id, questions: round.survey.questions.length, tappedTs }, now);
    return redraw(visit, id);
  },
};
