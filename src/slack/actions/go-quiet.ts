import { addDays, sayDay } from '../../domain/calendar.ts';
import { plain } from '../blocks.ts';
import type { Action } from '../visit.ts';

export const goQuiet: Action<'go_quiet'> = {
  tap: 'go_quiet',
  act: 'go quiet',
  run: async ({ home, person, now }, { weeks }) => {
    const until = weeks > 0 ? addDays(now, weeks * 7) : null;
    await home.people.setQuietUntil(person.id, until);
    const words = until
      ? `Understood. You hear nothing from us until ${sayDay(until, now)}. You can start again at any time.`
      : 'Welcome back. You get our messages as usual.';
    return { replace: plain(words), home: true };
  },
};
