// What surveys and reminders share: whom they would reach and what that costs.
import { type Preview, previewAsking } from '../domain/asking.ts';
import { type Audience, peopleIn } from '../domain/audience.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Register } from '../domain/register.ts';
import type { MemberVisit } from './visit.ts';

type Asking = { readonly audience: Audience; readonly seconds: number; readonly before: Date };

/** Whom it would reach now, and when. */
export const preview = async (
  { home, ccg, now }: MemberVisit,
  register: Register,
  { audience, seconds, before }: Asking,
): Promise<Preview | Refusal> => {
  const people = peopleIn(audience, register);
  const reservations = await home.prompts.reservations(people.map(({ id }) => id));
  return previewAsking({ people, seconds, reservations, before }, ccg.settings, now);
};
