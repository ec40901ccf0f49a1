import { decideConfirmation } from '../../domain/confirmation.ts';
import { isRefusal } from '../../domain/refusal.ts';
import { titleOf } from '../../domain/register.ts';
import { plain } from '../blocks.ts';
import type { Action } from '../visit.ts';

export const confirmSeat: Action<'confirm_seat'> = {
  tap: 'confirm_seat',
  act: 'confirm',
  run: async ({ home, person, now }, { id }) => {
    const register = await home.register();
    const holding = register.holdings.find((each) => each.id === id);
    if (!holding) return { reply: plain('This role has been given back in the meantime.'), home: true };
    const decision = decideConfirmation(person, holding, register);
    if (isRefusal(decision)) return { reply: plain(decision.refused) };
    await home.holdings.confirm(id, person.id, now);
    return { reply: plain(`Confirmed: ${holding.person.name}, ${titleOf(register, holding)}.`), home: true };
  },
};

export const confirmMember: Action<'confirm_member'> = {
  tap: 'confirm_member',
  act: 'confirm members',
  run: async ({ home, person, now }, { person: id, practice }) => {
    const [member, place] = await Promise.all([home.people.byId(id), home.practices.find(practice)]);
    if (!member || !place) return { reply: plain('This person has left the list in the meantime.'), home: true };
    await home.people.confirmMembership(id, practice, person.id, now);
    return { reply: plain(`Confirmed: ${member.name} works at ${place.name}.`), home: true };
  },
};
