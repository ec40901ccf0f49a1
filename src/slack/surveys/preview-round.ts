// What a survey would ask of whom if it opened then, as the register stands now.

import type { Refusal } from '../../domain/refusal.ts';
import type { SurveyAsking } from '../../domain/sending/series.ts';
import type { Audience, Ground } from '../../domain/surveys/audience.ts';
import { decideOpening, type Opening } from '../../domain/surveys/open-round.ts';
import { whomToAsk } from '../../domain/surveys/practice-unit.ts';
import type { MemberVisit } from '../bolt/interaction.ts';

type Asking = { readonly asking: SurveyAsking; readonly audience: Audience };

export const lookAhead = async (
  { home, ccg }: MemberVisit,
  ground: Ground,
  { asking, audience }: Asking,
  opensAt: Date,
): Promise<Opening | Refusal> => {
  const whom = whomToAsk(audience, asking.unit, ground);
  const reservations = await home.prompts.reservations(
    whom.people.map(({ id }) => id),
    opensAt,
  );
  return decideOpening(asking, { register: ground.register, whom, reservations, settings: ccg.settings }, opensAt);
};
