// Reading figures for somebody: what they say of every practice, and a look at those of one, which is written down.

import { maySeeFigures, refuseFigures } from '../../domain/indicators/access.ts';
import { indicatorsOf } from '../../domain/indicators/catalogue.ts';
import type { StepFacts } from '../../domain/indicators/next-step.ts';
import { readFigures } from '../../domain/indicators/signals.ts';
import type { Practice } from '../../domain/people/practices.ts';
import type { Register } from '../../domain/roles/register.ts';
import type { MemberVisit, Place } from '../bolt/interaction.ts';
import { type Block, safe, section } from '../ui/blocks.ts';
import { figureBlocks } from './figures-message.ts';

/** What next steps are drawn from. */
export const readStepFacts = async (place: Place, { practices }: Register): Promise<StepFacts> => {
  const [signs, readings] = await Promise.all([place.home.contacts.signs(), readingsOf(place, practices)]);
  return { practices, signs, readings, now: place.now };
};

/** A practice's figures for whoever may see them, as blocks. The look is written into the history before it is granted. */
export const figuresOf = async (visit: MemberVisit, register: Register, practice: Practice): Promise<Block[]> => {
  const { home, person, ccg, now } = visit;
  if (!maySeeFigures(person, practice, register)) return [section(safe(refuseFigures(ccg.settings.practice_lead).refused))];
  const readings = (await readingsOf(visit, [practice])).get(practice.code) ?? [];
  await home.figures.seen(practice.code, person.id, now);
  return figureBlocks(practice, readings, ccg.settings);
};

const readingsOf = async ({ home, ccg, now }: Place, practices: readonly Practice[]) => {
  const codes = practices.map(({ code }) => code);
  return readFigures(indicatorsOf(ccg.settings), await home.figures.all(), codes, now);
};
