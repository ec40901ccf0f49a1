import { type Feature, onSubmit, onTap } from '../bolt/feature.ts';
import { sendSurvey } from './send-survey.ts';
import { readDraft } from './survey-draft.ts';
import { drawSurvey, surveyModal } from './survey-modal.ts';
import { previewButton } from './survey-preview.ts';
import { drawPreview, surveySendModal } from './survey-preview-modal.ts';

/**
 * Asking members, in two steps: a lead puts a survey together, and sees what it asks of people
 * before it is sent.
 */
export const survey: Feature = {
  commands: [
    {
      name: 'survey',
      also: ['pulse', 'ask'],
      usage: 'survey',
      description: 'Ask members up to three short questions',
      permission: 'ask members',
      run: async ({ ccgStore, ccg }) => ({
        modal: drawSurvey(ccg, await ccgStore.audienceData()),
      }),
    },
  ],
  buttons: [onTap(previewButton, { permission: 'ask members', run: async () => ({}) })],
  modals: [
    onSubmit(surveyModal, {
      permission: 'ask members',
      run: async (interaction, fields) => {
        const draft = await readDraft(interaction, fields);
        return 'errors' in draft ? draft : drawPreview(interaction, draft);
      },
    }),
    onSubmit(surveySendModal, {
      permission: 'ask members',
      run: (interaction, _, choice) => sendSurvey(interaction, choice),
    }),
  ],
};
