import { reschedule } from '../../domain/sending/reschedule.ts';
import { addDays, formatDay } from '../../domain/time/calendar.ts';
import type { Action } from '../bolt/legacy.ts';
import { textMessage } from '../ui/blocks.ts';

/**
 * Quiet for some weeks; none ends it, and a time away with it. What waits for them is planned anew.
 */
export const goQuiet: Action<'go_quiet'> = {
  tap: 'go_quiet',
  permission: 'go quiet',
  run: async ({ ccgStore, person, ccg, now }, { weeks }) => {
    const until = weeks > 0 ? addDays(now, weeks * 7) : null;
    const change = until
      ? { quietUntil: until }
      : { quietUntil: null, awayFrom: null, awayUntil: null };
    await ccgStore.people.changeAvailability(person.id, change, reschedule(ccg.settings, now), now);
    const words = until
      ? `Understood. You hear nothing from us until ${formatDay(until, now)}. You can start ` +
        'again at any time.'
      : 'Welcome back. You get our messages as usual.';
    return { replace: textMessage(words), home: true };
  },
};
