import { type Feature, onSubmit } from '../bolt/feature.ts';
import { drawRemind, remindModal } from './remind-modal.ts';
import { drawPreview, remindSendModal } from './remind-preview-modal.ts';
import { readDraft } from './reminder-draft.ts';
import { sendReminder } from './send-reminder.ts';

/**
 * Sending a reminder, in two steps: a lead writes it, and sees what it asks of people before it is
 * sent.
 */
export const remind: Feature = {
  commands: [
    {
      name: 'remind',
      also: ['reminder'],
      usage: 'remind',
      description: 'Send a short reminder with Done and Not now',
      permission: 'ask members',
      run: async ({ ccgStore, ccg }) => ({
        modal: drawRemind(ccg, await ccgStore.audienceData()),
      }),
    },
  ],
  modals: [
    onSubmit(remindModal, {
      permission: 'ask members',
      run: async (interaction, fields) => {
        const draft = await readDraft(interaction, fields);
        return 'errors' in draft ? draft : { modal: drawPreview(interaction, draft) };
      },
    }),
    onSubmit(remindSendModal, {
      permission: 'ask members',
      run: (interaction, _, choice) => sendReminder(interaction, choice),
    }),
  ],
};
