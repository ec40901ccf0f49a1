import { isClosed } from '../../domain/surveys/surveys.ts';
import type { Action } from '../bolt/interaction.ts';
import { ownSurvey, redraw } from '../sending/own-prompt.ts';

export const answerAgain: Action<'answer_again'> = {
  tap: 'answer_again',
  permission: 'answer',
  run: async (interaction, { id }) => {
    const prompt = await ownSurvey(interaction, id);
    const round = prompt?.round;
    if (prompt && round && !round.anonymous && !isClosed(round, interaction.now))
      await interaction.ccgStore.answers.takeBack(
        {
          ...prompt,
          roundId: round.id,
          questions: round.survey.questions.length,
          tappedTs: interaction.tappedTs,
        },
        interaction.now,
      );
    return redraw(interaction, id);
  },
};
