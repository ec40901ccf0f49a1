// The modal in which a lead writes a reminder.
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Ccg } from '../../domain/ccg.ts';
import { type Repeat, repeats } from '../../domain/sending/series.ts';
import type { AudienceData } from '../../domain/surveys/audience.ts';
import { audienceFields, audienceValues } from '../surveys/audience-field.ts';
import { type Block, chooseDay, chooseOne, chooseSome, option, typeText } from '../ui/blocks.ts';
import { defineModal, freeText, nothing, text } from '../ui/modals.ts';

export const remindModal = defineModal('remind', {
  metadata: nothing,
  fields: z.object({
    text: freeText,
    link: text.nullable(),
    ...audienceValues,
    by: z.iso.date().nullable(),
    when: z.iso.date().nullable(),
    repeat: z.enum(Object.keys(repeats) as Repeat[]),
    named: z.array(text),
  }),
});
export type RemindFields = z.infer<typeof remindModal.fields>;

export const drawRemind = ({ settings }: Ccg, audienceData: AudienceData): ModalView =>
  remindModal({
    title: 'Send a reminder',
    submit: 'See what it asks',
    metadata: {},
    blocks: [
      ...textFields(),
      ...audienceFields('Whom to remind', audienceData, settings),
      ...dayFields(),
      namesField(),
    ],
  });

const textFields = (): Block[] => [
  typeText(
    {
      id: 'text',
      label: 'What should people remember?',
      hint: 'Two sentences are plenty. No patient details, please.',
    },
    { multiline: true, most: 500 },
  ),
  typeText({
    id: 'link',
    label: 'Link',
    hint: 'Where to do it, beginning with https://',
    optional: true,
  }),
];

const dayFields = (): Block[] => {
  const rhythms = Object.entries(repeats).map(([key, name]) => option(name, key));
  return [
    chooseDay({ id: 'by', label: 'To be done by', optional: true }),
    chooseDay({
      id: 'when',
      label: 'Send it on',
      hint: 'Leave empty to send it now.',
      optional: true,
    }),
    chooseOne({ id: 'repeat', label: 'Repeat' }, rhythms, rhythms[0]),
  ];
};

const namesField = (): Block => {
  const named = option(
    'Show me who has done it',
    'named',
    'Only for a task of role holders; the message tells them so',
  );
  return chooseSome({ id: 'named', label: 'Names' }, [named], []);
};
