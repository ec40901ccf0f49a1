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
import { describeProblems } from '../sending/deliveries-report.ts';
import { actionsBlock, type Block, contextBlock, header, section, truncate } from '../ui/blocks.ts';
import { showPractice, showPractices } from './practices-message.ts';
import { readStepFacts } from './read-figures.ts';

/** The practices shown for each step. */
const MAX_SHOWN = 4;
/** How long a message that was not delivered is shown. */
const DAYS_BACK = 30;

/**
 * What an engagement lead may do next, a few practices for each step, and which messages were not
 * delivered.
 */
export const nextStepBlocks = async (
  context: MemberContext,
  register: Register,
): Promise<Block[]> => {
  const since = addDays(context.now, -DAYS_BACK);
  const [facts, standing] = await Promise.all([
    readStepFacts(context, register),
    context.ccgStore.undelivered(since),
  ]);
  const messages = describeProblems(standing);
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
  const more = practices.length - MAX_SHOWN;
  const count = more > 0 ? `: ${MAX_SHOWN} of them here, and ${more} more` : '';
  return [
    section(`*${capitalise(nextStepWords[step])}*${count}`),
    actionsBlock(
      ...practices
        .slice(0, MAX_SHOWN)
        .map(({ code, name }) => showPractice(truncate(name, 75), { practice: code })),
      ...(more > 0 ? [showPractices(`All ${practices.length}`, { from: 0, step })] : []),
    ),
  ];
};
