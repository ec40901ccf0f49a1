import { maySuitTouch, type NextStep, nextStepFor, type StepFacts } from '../../domain/indicators/next-step.ts';
import type { Action } from '../bolt/interaction.ts';
import { touchLine, touchSuggestion } from '../people/lighter-touch-message.ts';
import { answerMessage, practiceCard } from '../roles/who-message.ts';
import { plain } from '../ui/blocks.ts';
import { figuresOf, readStepFacts } from './facts.ts';
import { noteButtons, practicesMessage } from './practices-message.ts';

/** Another page in place of this one. */
export const showPractices: Action<'show_practices'> = {
  tap: 'show_practices',
  act: 'read practices',
  run: async (visit, { from, step }) => {
    const facts = await readStepFacts(visit, await visit.home.register());
    return { replace: practicesMessage(step ? onlyWith(step, facts) : facts, from, step) };
  },
};

const onlyWith = (step: NextStep, facts: StepFacts): StepFacts => ({
  ...facts,
  practices: facts.practices.filter((practice) => nextStepFor(practice, facts) === step),
});

/** A practice as a lead sees it: its people, noting a contact, a lighter touch, and its figures. */
export const showPractice: Action<'show_practice'> = {
  tap: 'show_practice',
  act: 'note a contact',
  run: async (visit, { practice: code }) => {
    const { home, ccg, now } = visit;
    const register = await home.register();
    const practice = register.practices.find((each) => each.code === code);
    if (!practice) return { reply: plain('This practice is no longer in the list.') };
    const touch = maySuitTouch(practice, await readStepFacts(visit, register)) ? touchSuggestion : touchLine;
    const card = [...practiceCard({ register, words: ccg.settings, now }, practice), noteButtons(practice), touch(practice)];
    return { reply: answerMessage(practice.name, [card, await figuresOf(visit, register, practice)]) };
  },
};
