import {
  maySuitTouch,
  type NextStep,
  nextStepFor,
  type StepFacts,
} from '../../domain/indicators/next-step.ts';
import type { Action } from '../bolt/legacy.ts';
import { touchLine, touchSuggestion } from '../people/lighter-touch-message.ts';
import { answerMessage, practiceCard } from '../roles/who-message.ts';
import { textMessage } from '../ui/blocks.ts';
import { figuresOf, readStepFacts } from './facts.ts';
import { noteButtons, practicesMessage } from './practices-message.ts';

/** Another page in place of this one. */
export const showPractices: Action<'show_practices'> = {
  tap: 'show_practices',
  permission: 'read practices',
  run: async (interaction, { from, step }) => {
    const facts = await readStepFacts(interaction, await interaction.ccgStore.register());
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
  permission: 'note a contact',
  run: async (interaction, { practice: code }) => {
    const { ccgStore, ccg, now } = interaction;
    const register = await ccgStore.register();
    const practice = register.practices.find((each) => each.code === code);
    if (!practice) return { reply: textMessage('This practice is no longer in the list.') };
    const touch = maySuitTouch(practice, await readStepFacts(interaction, register))
      ? touchSuggestion
      : touchLine;
    const card = [
      ...practiceCard({ register, words: ccg.settings, now }, practice),
      noteButtons(practice),
      touch(practice),
    ];
    return {
      reply: answerMessage(practice.name, [card, await figuresOf(interaction, register, practice)]),
    };
  },
};
