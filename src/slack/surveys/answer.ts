import { isRefusal } from '../../domain/refusal.ts';
import { decideAnswer } from '../../domain/surveys/surveys.ts';
import type { Action } from '../bolt/interaction.ts';
import { ownSurvey, redraw } from '../sending/own-prompt.ts';
import { textMessage } from '../ui/blocks.ts';

export const answer: Action<'answer'> = {
  tap: 'answer',
  permission: 'answer',
  run: async (interaction, { prompt: id, question, option }) => {
    const { ccgStore, now, tappedTs } = interaction;
    const prompt = await ownSurvey(interaction, id);
    if (!prompt)
      return { reply: textMessage('This survey was not sent to you, so nothing was saved.') };
    const decision = decideAnswer(prompt.round, question, option, now);
    if (isRefusal(decision)) return { replace: textMessage(decision.refused) };
    const { id: roundId, survey } = prompt.round;
    const answered = { ...prompt, roundId, questions: survey.questions.length, tappedTs };
    if (prompt.round.anonymous) await ccgStore.answers.countAnonymously(answered, question, option);
    else await ccgStore.answers.storeByName(answered, question, option, now);
    return redraw(interaction, id);
  },
};
