import { plain } from '../blocks.ts';
import { figuresOf, readStepFacts } from '../figures.ts';
import { noteButtons, practicesMessage } from '../messages/practices.ts';
import { answerMessage, practiceCard } from '../messages/who.ts';
import type { Action } from '../visit.ts';

/** Another page in place of this one. */
export const showPractices: Action<'show_practices'> = {
  tap: 'show_practices',
  act: 'read practices',
  run: async (visit, { from }) => ({ replace: practicesMessage(await readStepFacts(visit, await visit.home.register()), from) }),
};

export const showPractice: Action<'show_practice'> = {
  tap: 'show_practice',
  act: 'note a contact',
  run: async (visit, { practice: code }) => {
    const { home, ccg, now } = visit;
    const register = await home.register();
    const practice = register.practices.find((each) => each.code === code);
    if (!practice) return { reply: plain('This practice is no longer in the list.') };
    const card = [...practiceCard({ register, words: ccg.settings, now }, practice), noteButtons(practice)];
    return { reply: answerMessage(practice.name, [card, await figuresOf(visit, register, practice)]) };
  },
};
