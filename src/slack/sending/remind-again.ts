import { lastMoment } from '../../domain/sending/reminders.ts';
import { planAgain } from '../../domain/sending/snooze.ts';
import type { Action } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';
import { ownPrompt, redraw } from './own-prompt.ts';

/** Tomorrow or next week: it comes once more, at the person's own wish. */
export const remindAgain: Action<'remind_again'> = {
  tap: 'remind_again',
  act: 'answer',
  run: async (visit, { id, later }) => {
    const { home, ccg, now, tappedTs } = visit;
    const prompt = await ownPrompt(visit, id);
    if (prompt?.outcome !== 'not_now' || !prompt.reminder) return redraw(visit, id);
    const plan = planAgain(ccg.settings, later, lastMoment(prompt.reminder.doneBy, now), now);
    const result = await home.prompts.remindAgain(id, plan, now, tappedTs);
    return result === 'no day left' ? { reply: plain(tooLate) } : redraw(visit, id);
  },
};

const tooLate = 'There is no day left on which we may write to you before it is to be done by, so we will not ask again.';
