// What surveys and reminders share: whom they would reach and what that costs.

import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { previewSending, type SendPreview } from '../../domain/sending/send-preview.ts';
import type { Audience, AudienceData } from '../../domain/surveys/audience.ts';
import { type Recipient, recipients, type Unit } from '../../domain/surveys/practice-unit.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';

type SendRequest = {
  readonly audience: Audience;
  readonly unit?: Unit;
  readonly seconds: number;
  readonly before: Date;
};

/** Whom it would reach now, and when. */
export const preview = async (
  { ccgStore, ccg, now }: MemberInteraction,
  audienceData: AudienceData,
  { audience, unit = 'person', seconds, before }: SendRequest,
): Promise<(SendPreview & { readonly whom: Recipient }) | Refusal> => {
  const whom = recipients(audience, unit, audienceData);
  const { people } = whom;
  const reservations = await ccgStore.prompts.reservations(
    people.map(({ id }) => id),
    now,
  );
  const asking = previewSending({ people, seconds, reservations, before }, ccg.settings, now);
  return isRefusal(asking) ? asking : { ...asking, whom };
};
