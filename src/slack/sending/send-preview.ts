// What surveys and reminders share: whom they would reach and what that costs.

import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type Preview, previewAsking } from '../../domain/sending/send-preview.ts';
import type { Audience, Ground } from '../../domain/surveys/audience.ts';
import { type ToAsk, type Unit, whomToAsk } from '../../domain/surveys/practice-unit.ts';
import type { MemberVisit } from '../bolt/interaction.ts';

type Asking = {
  readonly audience: Audience;
  readonly unit?: Unit;
  readonly seconds: number;
  readonly before: Date;
};

/** Whom it would reach now, and when. */
export const preview = async (
  { home, ccg, now }: MemberVisit,
  ground: Ground,
  { audience, unit = 'person', seconds, before }: Asking,
): Promise<(Preview & { readonly whom: ToAsk }) | Refusal> => {
  const whom = whomToAsk(audience, unit, ground);
  const { people } = whom;
  const reservations = await home.prompts.reservations(
    people.map(({ id }) => id),
    now,
  );
  const asking = previewAsking({ people, seconds, reservations, before }, ccg.settings, now);
  return isRefusal(asking) ? asking : { ...asking, whom };
};
