// Confirming a seat, from Home or from the request about it.

import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { decideConfirmation } from '../../domain/roles/confirmation.ts';
import { termEnd } from '../../domain/roles/eligibility.ts';
import { titleOf } from '../../domain/roles/register.ts';
import { planAtOnce } from '../../domain/roles/requests.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { type Message, textMessage } from '../ui/blocks.ts';

export const confirmHolding = async (
  { ccgStore, person, ccg, now }: MemberInteraction,
  id: string,
): Promise<Message | Refusal> => {
  const register = await ccgStore.register();
  const holding = register.holdings.find((each) => each.id === id);
  const role = register.roles.find(({ key }) => key === holding?.roleKey);
  if (!holding || !role)
    return refuse('seat_gone', 'This role has been given back in the meantime.');
  const decision = decideConfirmation(person, holding, register);
  if (isRefusal(decision)) return decision;
  await ccgStore.holdings.confirm(
    id,
    person.id,
    termEnd(role, now),
    planAtOnce(ccg.settings, now),
    now,
  );
  return textMessage(`Confirmed: ${holding.person.name}, ${titleOf(register, holding)}.`);
};
