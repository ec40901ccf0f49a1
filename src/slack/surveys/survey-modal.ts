// The modal in which a lead puts a survey together.
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import type { Ccg } from '../../domain/ccg.ts';
import { type Repeat, repeats } from '../../domain/sending/series.ts';
import type { AudienceData } from '../../domain/surveys/audience.ts';
import { OWN_EXAMPLE } from '../../domain/surveys/own-questions.ts';
import { surveyTemplates } from '../../domain/surveys/survey-templates.ts';
import { surveyLimits } from '../../domain/surveys/surveys.ts';
import { type Block, chooseByRadio, chooseDay, chooseOne, option, typeText } from '../ui/blocks.ts';
import { defineModal, freeText, nothing, text } from '../ui/modals.ts';
import { OWN } from './asked-survey.ts';
import { audienceFields, audienceValues } from './audience-field.ts';
import { unitField } from './unit-field.ts';

export const surveyModal = defineModal('survey', {
  metadata: nothing,
  fields: z.object({
    template: text,
    questions: freeText.nullable(),
    title: freeText.nullable(),
    ...audienceValues,
    unit: z.enum(['person', 'practice']),
    names: z.enum(['anonymous', 'named']),
    opens: z.iso.date().nullable(),
    closes: z.iso.date().nullable(),
    repeat: z.enum(Object.keys(repeats) as Repeat[]),
    chases: z.coerce.number().int().min(0).max(2),
  }),
});
export type SurveyFields = z.infer<typeof surveyModal.fields>;

export const drawSurvey = ({ settings }: Ccg, audienceData: AudienceData): ModalView =>
  surveyModal({
    title: 'Ask members',
    submit: 'See what it asks',
    metadata: {},
    blocks: [
      ...questionFields(),
      ...audienceFields('Whom to ask', audienceData, settings),
      unitField,
      nameField(settings.anonymity_threshold),
      ...timeFields(),
    ],
  });

/** Three questions and a comment at their longest. */
const MAX_TYPED = 1500;

const questionFields = (): Block[] => {
  const own = option('Our own questions', OWN, 'Up to three, written below');
  const templates = surveyTemplates.map(({ key, title, about }) => option(title, key, about));
  return [
    chooseOne({ id: 'template', label: 'What to ask' }, [own, ...templates], templates[0]),
    typeText(
      {
        id: 'questions',
        label: 'Our own questions',
        hint:
          'A question on each line, its answers after the question mark. Without answers it is ' +
          'Yes / No; with “1-5: not at all, very much” a scale. A line “Comment: What else?” ' +
          'invites a comment.',
        optional: true,
      },
      { multiline: true, most: MAX_TYPED, placeholder: OWN_EXAMPLE },
    ),
    typeText(
      {
        id: 'title',
        label: 'Title members see',
        hint: 'Leave empty for the survey’s own title.',
        optional: true,
      },
      { most: surveyLimits.title, placeholder: 'After our meeting of 12 May' },
    ),
  ];
};

const nameField = (threshold: number): Block => {
  const anonymous = option(
    'Anonymous',
    'anonymous',
    `Shown only for groups of at least ${threshold}; cannot be changed once tapped`,
  );
  const named = option('With names', 'named', 'Engagement leads see who answered what');
  return chooseByRadio({ id: 'names', label: 'Names' }, [anonymous, named], anonymous);
};

const timeFields = (): Block[] => {
  const rhythms = Object.entries(repeats).map(([key, name]) => option(name, key));
  const chases = [
    option('Once more, in a later week', '1'),
    option('Twice more, each in a later week', '2'),
    option('No', '0'),
  ];
  return [
    chooseDay({
      id: 'opens',
      label: 'Opens',
      hint: 'Leave empty for as soon as people have room.',
      optional: true,
    }),
    chooseDay({
      id: 'closes',
      label: 'Closes',
      hint: 'Leave empty for two weeks after it opens.',
      optional: true,
    }),
    chooseOne({ id: 'repeat', label: 'How often' }, rhythms, rhythms[0]),
    chooseOne({ id: 'chases', label: 'Ask those who have not replied again?' }, chases, chases[0]),
  ];
};
