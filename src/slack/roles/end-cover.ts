import { reschedule } from '../../domain/sending/reschedule.ts';
import type { Action } from '../bolt/legacy.ts';
import { textMessage } from '../ui/blocks.ts';

export const endCover: Action<'end_cover'> = {
  tap: 'end_cover',
  permission: 'ask for cover',
  run: async ({ ccgStore, person, ccg, now }) => {
    const wasCovered = await ccgStore.requests.endCover(
      person.id,
      reschedule(ccg.settings, now),
      now,
    );
    const words = wasCovered
      ? 'Welcome back. Your roles are asked to you again.'
      : 'Nobody stands in for you at the moment.';
    return { replace: textMessage(words), home: true };
  },
};
