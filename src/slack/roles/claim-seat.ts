import { isRefusal } from '../../domain/refusal.ts';
import type { Action, MemberVisit, Say } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';
import { askToTakeOver } from './handing-over.ts';
import { seatOfValue, takeSeat } from './seats.ts';

export const claimSeat: Action<'claim_seat'> = {
  tap: 'claim_seat',
  act: 'claim',
  run: (visit, value) => withSeat(visit, value, takeSeat),
};

export const takeOver: Action<'ask_to_take_over'> = {
  tap: 'ask_to_take_over',
  act: 'take over',
  run: (visit, value) => withSeat(visit, value, askToTakeOver),
};

type Value = Parameters<typeof seatOfValue>[1];

const withSeat = async (visit: MemberVisit, value: Value, work: typeof askToTakeOver): Promise<Say> => {
  const register = await visit.home.register();
  const seat = seatOfValue(register, value);
  if (!seat) return { reply: plain('This role is no longer in the list. Type “claim” to see what there is.') };
  const said = await work(visit, seat, register);
  return isRefusal(said) ? { reply: plain(said.refused) } : { reply: said, home: true, wake: true };
};
