// What a survey would ask of whom if it opened then, as the register stands now.
import type { Audience, Ground } from '../domain/audience.ts';
import { decideOpening, type Opening } from '../domain/opening.ts';
import { whomToAsk } from '../domain/practice-unit.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { SurveyAsking } from '../domain/series.ts';
import type { MemberVisit } from './visit.ts';

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
