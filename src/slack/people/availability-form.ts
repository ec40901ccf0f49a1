import { decideAvailability, describeOwnTime } from '../../domain/people/availability.ts';
import { reschedule } from '../../domain/sending/reschedule.ts';
import { notice } from '../ui/blocks.ts';
import type { Form } from '../ui/modals.ts';

/** The days somebody works and a time away: what waits for them is planned anew. */
export const availabilityForm: Form<'own_time'> = {
  form: 'own_time',
  permission: 'go quiet',
  run: async ({ ccgStore, person, ccg, now }, { days, from, until }) => {
    const decided = decideAvailability({ days: days.map(Number), from, until }, now);
    if ('field' in decided) return { errors: { [decided.field]: decided.refused } };
    await ccgStore.people.changeAvailability(
      person.id,
      decided,
      reschedule(ccg.settings, now),
      now,
    );
    const said = describeOwnTime({ ...person, ...decided }, now);
    const words = [
      'Understood.',
      ...(said.length > 0 ? said : ['We write to you on any working day.']),
    ];
    return { modal: notice('When we may write', words.join(' ')), home: true };
  },
};
