import { planAgain } from '../../domain/again.ts';
import { lastMoment } from '../../domain/reminders.ts';
import { plain } from '../blocks.ts';
import { ownPrompt, redraw } from '../prompting.ts';
import type { Action } from '../visit.ts';

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
