import { isRefusal } from '../../domain/refusal.ts';
import { endOfDay } from '../../domain/time/calendar.ts';
import { inModal } from '../ui/in-modal.ts';
import type { Form } from '../ui/modals.ts';
import { askForCover } from './covering.ts';

export const coverForm: Form<'cover'> = {
  form: 'cover',
  act: 'ask for cover',
  run: async (visit, { colleague, until }) => {
    const deputy = await visit.home.people.bySlackId(colleague);
    const said = await askForCover(visit, deputy, endOfDay(until));
    if (!isRefusal(said)) return { modal: inModal(said, 'Cover'), wake: true };
    const isAboutThem = !deputy || deputy.id === visit.person.id;
    return { errors: { [isAboutThem ? 'colleague' : 'until']: said.refused } };
  },
};
