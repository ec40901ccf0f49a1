import { isRefusal } from '../../domain/refusal.ts';
import { checkResponse } from '../../domain/surveys/responses.ts';
import { whyNotSent } from '../sending/lead-text.ts';
import { notice } from '../ui/blocks.ts';
import type { Form } from '../ui/modals.ts';

export const closeLoopForm: Form<'close_loop'> = {
  form: 'close_loop',
  act: 'close the loop',
  run: async (visit, { text }, { id }) => {
    const { home, person, now } = visit;
    const words = checkResponse(text);
    if (isRefusal(words)) return { errors: { text: words.refused } };
    const wrong = whyNotSent(visit, words);
    if (wrong) return { errors: { text: wrong } };
    const isKept = await home.rounds.respond(id, words, person.id, now);
    const said = isKept
      ? 'Thank you. Members see it on their Home, and it will be in the next summary.'
      : 'This survey is still open, so nothing was saved.';
    return { modal: notice('You said, we will', said), home: true };
  },
};
