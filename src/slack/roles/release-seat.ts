import { titleOf } from '../../domain/roles/register.ts';
import type { Action } from '../bolt/legacy.ts';
import { textMessage } from '../ui/blocks.ts';

export const releaseSeat: Action<'release_seat'> = {
  tap: 'release_seat',
  permission: 'release',
  run: async ({ ccgStore, person, now }, { id, prompt }) => {
    const register = await ccgStore.register();
    const holding = register.holdings.find(
      (each) => each.id === id && each.person.id === person.id,
    );
    if (!holding)
      return { reply: textMessage('You do not hold this role any more, so nothing was changed.') };
    await ccgStore.holdings.end(holding.id, 'stepped_down', person.id, now);
    const thanks = textMessage(
      `Thank you for all you did as ${titleOf(register, holding)}. The seat is free for a ` +
        'colleague now.',
    );
    return prompt ? { replace: thanks, home: true } : { reply: thanks, home: true };
  },
};
