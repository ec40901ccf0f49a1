import { placeAgain } from '../../domain/waiting.ts';
import { plain } from '../blocks.ts';
import type { Action } from '../visit.ts';

export const endCover: Action<'end_cover'> = {
  tap: 'end_cover',
  act: 'ask for cover',
  run: async ({ home, person, ccg, now }) => {
    const wasCovered = await home.requests.endCover(person.id, placeAgain(ccg.settings, now), now);
    const words = wasCovered ? 'Welcome back. Your roles are asked to you again.' : 'Nobody stands in for you at the moment.';
    return { replace: plain(words), home: true };
  },
};
