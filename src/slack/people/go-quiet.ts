import { placeAgain } from '../../domain/sending/reschedule.ts';
import { addDays, sayDay } from '../../domain/time/calendar.ts';
import type { Action } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';

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
