import { maySeeFigures, refuseFigures } from '../../domain/indicators/access.ts';
import { indicatorsOf } from '../../domain/indicators/catalogue.ts';
import type { StepFacts } from '../../domain/indicators/next-step.ts';
import { readFigures } from '../../domain/indicators/signals.ts';
import type { Practice } from '../../domain/people/practices.ts';
import type { Register } from '../../domain/roles/register.ts';
import type { MemberContext, MemberInteraction } from '../bolt/interaction.ts';
import { type Block, escapeMrkdwn, section } from '../ui/blocks.ts';
import { figureBlocks } from './figures-message.ts';

/** What the next step of each practice is decided from. */
export const readStepFacts = async (
  context: MemberContext,
  { practices }: Register,
): Promise<StepFacts> => {
  const [signs, readings] = await Promise.all([
    context.ccgStore.contacts.signs(),
    readingsOf(context, practices),
  ]);
  return { practices, signs, readings, now: context.now };
};

/**
 * A practice's figures as blocks, or why this person may not see them. The history records that
 * they looked before anything is shown.
 */
export const figuresFor = async (
  interaction: MemberInteraction,
  register: Register,
  practice: Practice,
): Promise<Block[]> => {
  const { ccgStore, person, ccg, now } = interaction;
  if (!maySeeFigures(person, practice, register))
    return [section(escapeMrkdwn(refuseFigures(ccg.settings.practice_lead).refused))];
  const readings = (await readingsOf(interaction, [practice])).get(practice.code) ?? [];
  await ccgStore.figures.seen(practice.code, person.id, now);
  return figureBlocks(practice, readings, ccg.settings);
};

const readingsOf = async (
  { ccgStore, ccg, now }: MemberContext,
  practices: readonly Practice[],
) => {
  const codes = practices.map(({ code }) => code);
  return readFigures(indicatorsOf(ccg.settings), await ccgStore.figures.all(), codes, now);
};
