import { placeAgain } from '../../domain/sending/reschedule.ts';
import type { Action } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';

export const endCover: Action<'end_cover'> = {
  tap: 'end_cover',
  act: 'ask for cover',
  run: async ({ home, person, ccg, now }) => {
    const wasCovered = await home.requests.endCover(person.id, placeAgain(ccg.settings, now), now);
    const words = wasCovered ? 'Welcome back. Your roles are asked to you again.' : 'Nobody stands in for you at the moment.';
    return { replace: plain(words), home: true };
  },
};
