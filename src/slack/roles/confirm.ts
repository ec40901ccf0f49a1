// Confirming who holds a seat, and who works at a practice.
import { z } from 'zod';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { decideConfirmation } from '../../domain/roles/confirmation.ts';
import { termEnd } from '../../domain/roles/eligibility.ts';
import { titleOf } from '../../domain/roles/register.ts';
import { planAtOnce } from '../../domain/roles/requests.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { type Message, textMessage } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';

export const confirmSeat = defineButton('confirm_seat', z.object({ id: z.uuid() }));
export const confirmMember = defineButton(
  'confirm_member',
  z.object({ person: z.uuid(), practice: z.string() }),
);

/** Confirms a seat, from Home or from the request about it. */
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
  const plan = planAtOnce(ccg.settings, now);
  await ccgStore.holdings.confirm(id, person.id, termEnd(role, now), plan, now);
  return textMessage(`Confirmed: ${holding.person.name}, ${titleOf(register, holding)}.`);
};

const confirmMembership = async (
  { ccgStore, person, now }: MemberInteraction,
  { person: id, practice: code }: { readonly person: string; readonly practice: string },
): Promise<Response> => {
  const [member, practice] = await Promise.all([
    ccgStore.people.byId(id),
    ccgStore.practices.find(code),
  ]);
  if (!member || !practice)
    return { reply: textMessage('This person has left the list in the meantime.'), home: true };
  await ccgStore.people.confirmMembership(id, code, person.id, now);
  return {
    reply: textMessage(`Confirmed: ${member.name} works at ${practice.name}.`),
    home: true,
  };
};

export const confirm: Feature = {
  buttons: [
    onTap(confirmSeat, {
      permission: 'confirm',
      run: async (interaction, { id }) => {
        const result = await confirmHolding(interaction, id);
        return isRefusal(result)
          ? { reply: textMessage(result.refused), home: true }
          : { reply: result, home: true, runJobsNow: true };
      },
    }),
    onTap(confirmMember, { permission: 'confirm members', run: confirmMembership }),
  ],
};
