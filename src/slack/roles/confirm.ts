import { isRefusal } from '../../domain/refusal.ts';
import type { Action } from '../bolt/legacy.ts';
import { textMessage } from '../ui/blocks.ts';
import { confirmHolding } from './confirming.ts';

export const confirmSeat: Action<'confirm_seat'> = {
  tap: 'confirm_seat',
  permission: 'confirm',
  run: async (interaction, { id }) => {
    const said = await confirmHolding(interaction, id);
    return isRefusal(said)
      ? { reply: textMessage(said.refused), home: true }
      : { reply: said, home: true, runJobsNow: true };
  },
};

export const confirmMember: Action<'confirm_member'> = {
  tap: 'confirm_member',
  permission: 'confirm members',
  run: async ({ ccgStore, person, now }, { person: id, practice }) => {
    const [member, context] = await Promise.all([
      ccgStore.people.byId(id),
      ccgStore.practices.find(practice),
    ]);
    if (!member || !context)
      return { reply: textMessage('This person has left the list in the meantime.'), home: true };
    await ccgStore.people.confirmMembership(id, practice, person.id, now);
    return {
      reply: textMessage(`Confirmed: ${member.name} works at ${context.name}.`),
      home: true,
    };
  },
};
