import { lastMoment } from '../../domain/sending/reminders.ts';
import { planSnooze } from '../../domain/sending/snooze.ts';
import type { Action } from '../bolt/interaction.ts';
import { textMessage } from '../ui/blocks.ts';
import { ownPrompt, redraw } from './own-prompt.ts';

/** Tomorrow or next week: it comes once more, at the person's own wish. */
export const snooze: Action<'remind_again'> = {
  tap: 'remind_again',
  permission: 'answer',
  run: async (interaction, { id, later }) => {
    const { ccgStore, ccg, now, tappedTs } = interaction;
    const prompt = await ownPrompt(interaction, id);
    if (prompt?.kind !== 'reminder' || prompt.outcome !== 'not_now') return redraw(interaction, id);
    const plan = planSnooze(ccg.settings, later, lastMoment(prompt.reminder.doneBy, now), now);
    const result = await ccgStore.prompts.remindAgain(id, plan, now, tappedTs);
    return result === 'no day left' ? { reply: textMessage(tooLate) } : redraw(interaction, id);
  },
};

const tooLate =
  'There is no day left on which we may write to you before it is to be done by, so we will ' +
  'not ask again.';
