import { isRefusal } from '../../domain/refusal.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import type { Action } from '../bolt/legacy.ts';
import { textMessage } from '../ui/blocks.ts';
import { askToTakeOver } from './handing-over.ts';
import { seatOfValue, takeSeat } from './seats.ts';

export const claimSeat: Action<'claim_seat'> = {
  tap: 'claim_seat',
  permission: 'claim',
  run: (interaction, value) => withSeat(interaction, value, takeSeat),
};

export const takeOver: Action<'ask_to_take_over'> = {
  tap: 'ask_to_take_over',
  permission: 'take over',
  run: (interaction, value) => withSeat(interaction, value, askToTakeOver),
};

type Value = Parameters<typeof seatOfValue>[1];

const withSeat = async (
  interaction: MemberInteraction,
  value: Value,
  work: typeof askToTakeOver,
): Promise<Response> => {
  const register = await interaction.ccgStore.register();
  const seat = seatOfValue(register, value);
  if (!seat)
    return {
      reply: textMessage('This role is no longer in the list. Type “claim” to see what there is.'),
    };
  const said = await work(interaction, seat, register);
  return isRefusal(said)
    ? { reply: textMessage(said.refused) }
    : { reply: said, home: true, runJobsNow: true };
};
