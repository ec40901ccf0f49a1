import { isRefusal } from '../../domain/refusal.ts';
import type { Action } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';
import { confirmHolding } from './confirming.ts';

export const confirmSeat: Action<'confirm_seat'> = {
  tap: 'confirm_seat',
  act: 'confirm',
  run: async (visit, { id }) => {
    const said = await confirmHolding(visit, id);
    return isRefusal(said) ? { reply: plain(said.refused), home: true } : { reply: said, home: true, wake: true };
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
