import { addDays, sayDay } from '../../domain/calendar.ts';
import { placeAgain } from '../../domain/waiting.ts';
import { plain } from '../blocks.ts';
import type { Action } from '../visit.ts';

/** Quiet for some weeks; none ends it, and a time away with it. What waits for them is planned anew. */
export const goQuiet: Action<'go_quiet'> = {
  tap: 'go_quiet',
  act: 'go quiet',
  run: async ({ home, person, ccg, now }, { weeks }) => {
    const until = weeks > 0 ? addDays(now, weeks * 7) : null;
    const change = until ? { quietUntil: until } : { quietUntil: null, awayFrom: null, awayUntil: null };
    await home.people.changeOwnTime(person.id, change, placeAgain(ccg.settings, now), now);
    const words = until
      ? `Understood. You hear nothing from us until ${sayDay(until, now)}. You can start again at any time.`
      : 'Welcome back. You get our messages as usual.';
    return { replace: plain(words), home: true };
  },
};
