import { isRefusal } from '../../domain/refusal.ts';
import { endOfDay } from '../../domain/time/calendar.ts';
import { inModal } from '../ui/in-modal.ts';
import type { Form } from '../ui/modals.ts';
import { askForCover } from './covering.ts';

export const coverForm: Form<'cover'> = {
  form: 'cover',
  permission: 'ask for cover',
  run: async (interaction, { colleague, until }) => {
    const deputy = await interaction.ccgStore.people.bySlackId(colleague);
    const said = await askForCover(interaction, deputy, endOfDay(until));
    if (!isRefusal(said)) return { modal: inModal(said, 'Cover'), runJobsNow: true };
    const isAboutThem = !deputy || deputy.id === interaction.person.id;
    return { errors: { [isAboutThem ? 'colleague' : 'until']: said.refused } };
  },
};
