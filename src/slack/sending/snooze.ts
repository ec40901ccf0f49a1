import { lastMoment } from '../../domain/sending/reminders.ts';
import { planSnooze } from '../../domain/sending/snooze.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import { textMessage } from '../ui/blocks.ts';
import { ownPrompt } from './own-prompt.ts';
import { redrawPrompt } from './redraw-prompt.ts';
import { remindAgain } from './reply-buttons.ts';

/** A reminder comes once more, tomorrow or next week, because its recipient asks for it. */
export const snooze: Feature = {
  buttons: [
    onTap(remindAgain, {
      permission: 'answer',
      run: async (interaction, { id, later }) => {
        const { ccgStore, ccg, now, tappedTs } = interaction;
        const prompt = await ownPrompt(interaction, id);
        if (prompt?.kind !== 'reminder' || prompt.outcome !== 'not_now')
          return redrawPrompt(interaction, id);
        const last = lastMoment(prompt.reminder.doneBy, now);
        const plan = planSnooze(ccg.settings, later, last, now);
        const result = await ccgStore.prompts.remindAgain(id, plan, now, tappedTs);
        if (result === 'no day left') return { reply: textMessage(TOO_LATE) };
        return redrawPrompt(interaction, id);
      },
    }),
  ],
};

const TOO_LATE =
  'There is no day left on which we may write to you before it is to be done by, so we will ' +
  'not ask again.';
