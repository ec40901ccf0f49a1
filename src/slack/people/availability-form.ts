import { decideOwnTime, sayOwnTime } from '../../domain/people/availability.ts';
import { placeAgain } from '../../domain/sending/reschedule.ts';
import { notice } from '../ui/blocks.ts';
import type { Form } from '../ui/modals.ts';

/** The days somebody works and a time away: what waits for them is planned anew. */
export const ownTimeForm: Form<'own_time'> = {
  form: 'own_time',
  act: 'go quiet',
  run: async ({ home, person, ccg, now }, { days, from, until }) => {
    const decided = decideOwnTime({ days: days.map(Number), from, until }, now);
    if ('field' in decided) return { errors: { [decided.field]: decided.refused } };
    await home.people.changeOwnTime(person.id, decided, placeAgain(ccg.settings, now), now);
    const said = sayOwnTime({ ...person, ...decided }, now);
    const words = ['Understood.', ...(said.length > 0 ? said : ['We write to you on any working day.'])];
    return { modal: notice('When we may write', words.join(' ')), home: true };
  },
};
