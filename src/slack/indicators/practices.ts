import {
  maySuitTouch,
  type NextStep,
  nextStepFor,
  type StepFacts,
} from '../../domain/indicators/next-step.ts';
import { findable, type Practice } from '../../domain/people/practices.ts';
import type { Register } from '../../domain/roles/register.ts';
import { search } from '../../domain/text/search.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { noteButtons } from '../people/contacts.ts';
import { touchLine, touchSuggestion } from '../people/lighter-touch-message.ts';
import { answerMessage, practiceCard } from '../roles/who-message.ts';
import { type Block, textMessage } from '../ui/blocks.ts';
import { practicesMessage, showPractice, showPractices } from './practices-message.ts';
import { figuresFor, readStepFacts } from './read-figures.ts';

/** The practices with a next step for each, and each practice on its own. */
export const practices: Feature = {
  commands: [
    {
      name: 'practices',
      usage: 'practices',
      description:
        'The practices, when each was last heard of, one next step for each, their figures, and ' +
        'noting a contact',
      permission: 'read practices',
      run: async (interaction, words) => {
        const register = await interaction.ccgStore.register();
        const found = words ? search(register.practices.map(findable), words) : register.practices;
        if (found.length === 0) return { reply: textMessage(describeNone(words)) };
        const facts = await readStepFacts(interaction, register);
        return { reply: practicesMessage({ ...facts, practices: found }, 0) };
      },
    },
  ],
  buttons: [
    onTap(showPractices, {
      permission: 'read practices',
      run: async (interaction, { from, step }) => {
        const facts = await readStepFacts(interaction, await interaction.ccgStore.register());
        return { replace: practicesMessage(step ? onlyWith(step, facts) : facts, from, step) };
      },
    }),
    onTap(showPractice, {
      permission: 'note a contact',
      run: async (interaction, { practice: code }) => {
        const register = await interaction.ccgStore.register();
        const practice = register.practices.find((each) => each.code === code);
        if (!practice) return { reply: textMessage('This practice is no longer in the list.') };
        const card = await cardBlocks(interaction, register, practice);
        const figures = await figuresFor(interaction, register, practice);
        return { reply: answerMessage(practice.name, [card, figures]) };
      },
    }),
  ],
};

const describeNone = (words: string) =>
  words
    ? `No practice here sounds like “${words}”.`
    : 'There are no practices yet. The person who runs the bot imports them.';

const onlyWith = (step: NextStep, facts: StepFacts): StepFacts => ({
  ...facts,
  practices: facts.practices.filter((practice) => nextStepFor(practice, facts) === step),
});

/** Its people, noting a contact, and a lighter touch. */
const cardBlocks = async (
  interaction: MemberInteraction,
  register: Register,
  practice: Practice,
): Promise<Block[]> => {
  const { ccg, now } = interaction;
  const facts = await readStepFacts(interaction, register);
  const touch = maySuitTouch(practice, facts) ? touchSuggestion : touchLine;
  return [
    ...practiceCard({ register, words: ccg.settings, now }, practice),
    noteButtons(practice),
    touch(practice),
  ];
};
