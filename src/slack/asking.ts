// What surveys and reminders share: whom they would reach, what that costs, and how each person's place is planned.

import { type Preview, previewAsking } from '../domain/asking.ts';
import { type Audience, peopleIn } from '../domain/audience.ts';
import { planPrompt } from '../domain/planning.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Register } from '../domain/register.ts';
import type { Planner } from '../store/prompts.ts';
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

/** Plans each person's copy anew, on what their weeks hold at the moment of sending. */
export const planner = ({ ccg, now }: MemberVisit, { asked, seconds }: Preview, before: Date): Planner => {
  const quietUntil = new Map(asked.map(({ person }) => [person.id, person.quietUntil]));
  return (personId, reservations) =>
    planPrompt({ seconds, before, reservations, quietUntil: quietUntil.get(personId) ?? null }, ccg.settings, now);
};
