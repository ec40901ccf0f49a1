import { isRefusal } from '../../domain/refusal.ts';
import type { SurveyPrompt } from '../../domain/sending/prompt.ts';
import { decideAnswer, isClosed, type Round } from '../../domain/surveys/surveys.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { ownSurvey } from '../sending/own-prompt.ts';
import { redrawPrompt } from '../sending/redraw-prompt.ts';
import { textMessage } from '../ui/blocks.ts';
import { answer, answerAgain, withdrawAnswers } from './survey-message.ts';

/** Answering a survey, and changing or taking back answers that were given by name. */
export const answers: Feature = {
  buttons: [
    onTap(answer, {
      permission: 'answer',
      run: async (interaction, { prompt: id, question, option }) => {
        const { ccgStore, now } = interaction;
        const prompt = await ownSurvey(interaction, id);
        if (!prompt?.round)
          return { reply: textMessage('This survey was not sent to you, so nothing was saved.') };
        const decision = decideAnswer(prompt.round, question, option, now);
        if (isRefusal(decision)) return { replace: textMessage(decision.refused) };
        const answered = answeredPrompt(interaction, prompt, prompt.round);
        if (prompt.round.anonymous)
          await ccgStore.answers.countAnonymously(answered, question, option);
        else await ccgStore.answers.storeByName(answered, question, option, now);
        return redrawPrompt(interaction, id);
      },
    }),
    onTap(answerAgain, {
      permission: 'answer',
      run: (interaction, { id }) => change(interaction, id, 'takeBack'),
    }),
    onTap(withdrawAnswers, {
      permission: 'answer',
      run: (interaction, { id }) => change(interaction, id, 'withdraw'),
    }),
  ],
};

/** Only answers given by name can be changed, and only until the round closes. */
const change = async (
  interaction: MemberInteraction,
  id: string,
  what: 'takeBack' | 'withdraw',
) => {
  const { ccgStore, now } = interaction;
  const prompt = await ownSurvey(interaction, id);
  const round = prompt?.round;
  if (prompt && round && !round.anonymous && !isClosed(round, now))
    await ccgStore.answers[what](answeredPrompt(interaction, prompt, round), now);
  return redrawPrompt(interaction, id);
};

const answeredPrompt = (
  { tappedTs }: MemberInteraction,
  prompt: SurveyPrompt,
  { id: roundId, survey }: Round,
) => ({ ...prompt, roundId, questions: survey.questions.length, tappedTs });
