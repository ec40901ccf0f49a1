// Confirming a seat, from Home or from the request about it.
import { decideConfirmation } from '../domain/confirmation.ts';
import { termEnd } from '../domain/eligibility.ts';
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts';
import { titleOf } from '../domain/register.ts';
import { planAtOnce } from '../domain/requests.ts';
import { type Message, plain } from './blocks.ts';
import type { MemberVisit } from './visit.ts';

export const confirmHolding = async ({ home, person, ccg, now }: MemberVisit, id: string): Promise<Message | Refusal> => {
  const register = await home.register();
  const holding = register.holdings.find((each) => each.id === id);
  const role = register.roles.find(({ key }) => key === holding?.roleKey);
  if (!holding || !role) return refuse('This role has been given back in the meantime.');
  const decision = decideConfirmation(person, holding, register);
  if (isRefusal(decision)) return decision;
  await home.holdings.confirm(id, person.id, termEnd(role, now), planAtOnce(ccg.settings, now), now);
  return plain(`Confirmed: ${holding.person.name}, ${titleOf(register, holding)}.`);
};
