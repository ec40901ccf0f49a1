// What an engagement lead may do next: a few practices for each kind step, one tap away, and the
// messages that did not get out.

import {
  type NextStep,
  nextSteps,
  nextStepWords,
  type StepFacts,
} from '../../domain/indicators/next-step.ts';
import type { Practice } from '../../domain/people/practices.ts';
import type { Register } from '../../domain/roles/register.ts';
import { capitalise } from '../../domain/text/words.ts';
import { addDays } from '../../domain/time/calendar.ts';
import type { MemberContext } from '../bolt/interaction.ts';
import { readStepFacts } from '../indicators/facts.ts';
import { describeStanding } from '../sending/deliveries-report.ts';
import { actionsBlock, type Block, contextBlock, header, section, truncate } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

/** As many as a lead can see to in a while. */
const A_HANDFUL = 4;
/** A message that was given up is worth a line for so long. */
const DAYS_BACK = 30;

export const nextStepBlocks = async (
  context: MemberContext,
  register: Register,
): Promise<Block[]> => {
  const since = addDays(context.now, -DAYS_BACK);
  const [facts, standing] = await Promise.all([
    readStepFacts(context, register),
    context.ccgStore.undelivered(since),
  ]);
  const messages = describeStanding(standing);
  return [...stepBlocks(facts), ...(messages ? [section(`*Messages*\n${messages}`)] : [])];
};

/** At most two blocks for each of the four steps. */
export const stepBlocks = (facts: StepFacts): Block[] => {
  const steps = nextSteps(facts);
  if (steps.length === 0) return [];
  return [
    header('Next steps'),
    ...steps.flatMap(({ step, practices }) => describeStep(step, practices)),
    contextBlock(SUGGESTIONS),
  ];
};

const SUGGESTIONS =
  'Suggestions, in alphabetical order, from how practices show here and whether their ' +
  'figures lie inside their limits. No judgement of their work.';

const describeStep = (step: NextStep, practices: readonly Practice[]): Block[] => {
  const more = practices.length - A_HANDFUL;
  return [
    section(
      `*${capitalise(nextStepWords[step])}*${more > 0 ? `: ${A_HANDFUL} of them here, and ${more} more` : ''}`,
    ),
    actionsBlock(
      ...practices
        .slice(0, A_HANDFUL)
        .map(({ code, name }) => button('show_practice', truncate(name, 75), { practice: code })),
      ...(more > 0 ? [button('show_practices', `All ${practices.length}`, { from: 0, step })] : []),
    ),
  ];
};
