import { isClosed } from '../../domain/surveys/surveys.ts';
import type { Action } from '../bolt/interaction.ts';
import { ownSurvey, redraw } from '../sending/own-prompt.ts';

export const withdrawAnswers: Action<'withdraw_answers'> = {
  tap: 'withdraw_answers',
  permission: 'answer',
  run: async (interaction, { id }) => {
    const { ccgStore, now, tappedTs } = interaction;
    const prompt = await ownSurvey(interaction, id);
    const round = prompt?.round;
    if (prompt && round && !round.anonymous && !isClosed(round, now))
      await ccgStore.answers.withdraw(
        { ...prompt, roundId: round.id, questions: round.survey.questions.length, tappedTs },
        now,
      );
    return redraw(interaction, id);
  },
};
