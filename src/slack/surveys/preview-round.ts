// The round that a survey would open at a given time, with the register as it is now: whom it would
// ask, and when.
import type { Refusal } from '../../domain/refusal.ts';
import type { SurveyAsking } from '../../domain/sending/series.ts';
import type { Audience, AudienceData } from '../../domain/surveys/audience.ts';
import { decideRound, type NewRoundDecision } from '../../domain/surveys/open-round.ts';
import { recipients } from '../../domain/surveys/practice-unit.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';

type RoundToPreview = { readonly asking: SurveyAsking; readonly audience: Audience };

export const previewRound = async (
  { ccgStore, ccg }: MemberInteraction,
  audienceData: AudienceData,
  { asking, audience }: RoundToPreview,
  opensAt: Date,
): Promise<NewRoundDecision | Refusal> => {
  const whom = recipients(audience, asking.unit, audienceData);
  const reservations = await ccgStore.prompts.reservations(
    whom.people.map(({ id }) => id),
    opensAt,
  );
  return decideRound(
    asking,
    { register: audienceData.register, whom, reservations, settings: ccg.settings },
    opensAt,
  );
};
