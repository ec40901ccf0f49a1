import { isRefusal } from '../../domain/refusal.ts';
import { inModal } from '../ui/in-modal.ts';
import type { Form } from '../ui/modals.ts';
import { offerSeat } from './handing-over.ts';

export const handoverForm: Form<'handover'> = {
  form: 'handover',
  act: 'hand over',
  run: async (visit, { colleague }, { id }) => {
    const said = await offerSeat(visit, id, await visit.home.people.bySlackId(colleague));
    return isRefusal(said) ? { errors: { colleague: said.refused } } : { modal: inModal(said, 'Hand over'), wake: true };
  },
};
