import { titleOf } from '../../domain/roles/register.ts';
import type { Action } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';

export const releaseSeat: Action<'release_seat'> = {
  tap: 'release_seat',
  act: 'release',
  run: async ({ home, person, now }, { id, prompt }) => {
    const register = await home.register();
    const holding = register.holdings.find((each) => each.id === id && each.person.id === person.id);
    if (!holding) return { reply: plain('You do not hold this role any more, so nothing was changed.') };
    await home.holdings.end(holding.id, 'stepped_down', person.id, now);
    const thanks = plain(`Thank you for all you did as ${titleOf(register, holding)}. The seat is free for a colleague now.`);
    return prompt ? { replace: thanks, home: true } : { reply: thanks, home: true };
  },
};
