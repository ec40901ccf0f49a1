// The days somebody works, and a time away.
import { z } from 'zod';
import {
  decideAvailability,
  describeOwnTime,
  timeAway,
  weekdays,
} from '../../domain/people/availability.ts';
import { reschedule } from '../../domain/sending/reschedule.ts';
import { londonDay } from '../../domain/time/calendar.ts';
import { type Feature, onSubmit, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { chooseDay, chooseSome, contextBlock, notice, option } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { defineModal, nothing, text } from '../ui/modals.ts';

export const chooseDays = defineButton('choose_days', nothing);
const availabilityModal = defineModal('own_time', {
  fields: z.object({
    days: z.array(text),
    from: z.iso.date().nullable(),
    until: z.iso.date().nullable(),
  }),
  metadata: nothing,
});

const askForDays = async ({ person, now }: MemberInteraction): Promise<Response> => {
  const days = weekdays.map((day, index) => option(day, String(index + 1)));
  const chosen = days.filter(({ value }) => person.workingDays.includes(Number(value)));
  const away = timeAway(person, now);
  return {
    modal: availabilityModal({
      title: 'When we may write',
      submit: 'Keep this',
      metadata: {},
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
};

/** Stores it, and reschedules what waits for them. */
const changeDays = async (
  { ccgStore, person, ccg, now }: MemberInteraction,
  { days, from, until }: z.infer<typeof availabilityModal.fields>,
): Promise<Response> => {
  const decided = decideAvailability({ days: days.map(Number), from, until }, now);
  if ('field' in decided) return { errors: { [decided.field]: decided.refused } };
  const plan = reschedule(ccg.settings, now);
  await ccgStore.people.changeAvailability(person.id, decided, plan, now);
  const ownTime = describeOwnTime({ ...person, ...decided }, now);
  const words = [
    'Understood.',
    ...(ownTime.length > 0 ? ownTime : ['We write to you on any working day.']),
  ];
  return { modal: notice('When we may write', words.join(' ')), home: true };
};

export const availability: Feature = {
  buttons: [onTap(chooseDays, { permission: 'go quiet', run: askForDays })],
  modals: [onSubmit(availabilityModal, { permission: 'go quiet', run: changeDays })],
};
