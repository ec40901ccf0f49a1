// What surveys and reminders share: whom they would reach and what that costs.
import { type Preview, previewAsking } from '../domain/asking.ts';
import { type Audience, type Ground, peopleIn } from '../domain/audience.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { MemberVisit } from './visit.ts';

type Asking = { readonly audience: Audience; readonly seconds: number; readonly before: Date };

/** Whom it would reach now, and when. */
export const preview = async (
  { home, ccg, now }: MemberVisit,
  ground: Ground,
  { audience, seconds, before }: Asking,
): Promise<Preview | Refusal> => {
  const people = peopleIn(audience, ground);
  const reservations = await home.prompts.reservations(people.map(({ id }) => id));
  return previewAsking({ people, seconds, reservations, before }, ccg.settings, now);
};
