import { isRefusal } from '../../domain/refusal.ts';
import { decideAnswer } from '../../domain/surveys/surveys.ts';
import type { Action } from '../bolt/interaction.ts';
import { ownPrompt, redraw } from '../sending/own-prompt.ts';
import { plain } from '../ui/blocks.ts';

export const answer: Action<'answer'> = {
  tap: 'answer',
  act: 'answer',
  run: async (visit, { prompt: id, question, option }) => {
    const { home, now, tappedTs } = visit;
    const prompt = await ownPrompt(visit, id);
    if (!prompt?.round) return { reply: plain('This survey was not sent to you, so nothing was saved.') };
    const decision = decideAnswer(prompt.round, question, option, now);
    if (isRefusal(decision)) return { replace: plain(decision.refused) };
    const { id: roundId, survey } = prompt.round;
    const answered = { ...prompt, roundId, questions: survey.questions.length, tappedTs };
    if (prompt.round.anonymous) await home.answers.countAnonymously(answered, question, option);
    else await home.answers.storeByName(answered, question, option, now);
    return redraw(visit, id);
  },
};
