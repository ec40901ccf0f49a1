import { timeAway, weekdays } from '../../domain/people/availability.ts';
import { londonDay } from '../../domain/time/calendar.ts';
import type { Action } from '../bolt/legacy.ts';
import { chooseDay, chooseSome, contextBlock, option } from '../ui/blocks.ts';
import { modal } from '../ui/modals.ts';

/** Opens the form for the days somebody works and a time away. */
export const chooseDays: Action<'choose_days'> = {
  tap: 'choose_days',
  permission: 'go quiet',
  run: async ({ person, now }) => {
    const days = weekdays.map((day, index) => option(day, String(index + 1)));
    const chosen = days.filter(({ value }) => person.workingDays.includes(Number(value)));
    const away = timeAway(person, now);
    return {
      modal: modal('own_time', {
        title: 'When we may write',
        submit: 'Keep this',
        carries: {},
        blocks: [
          chooseSome({ id: 'days', label: 'Days I work' }, days, chosen),
          chooseDay(
            { id: 'from', label: 'First day away', optional: true },
            away && londonDay(away.from),
          ),
          chooseDay(
            { id: 'until', label: 'Last day away', optional: true },
            away && londonDay(away.until),
          ),
          contextBlock(
            'We write to you on the other days only. Nobody is told, and your roles stay as ' +
              'they are.',
          ),
        ],
      }),
    };
  },
};
