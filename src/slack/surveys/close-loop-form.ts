import { isRefusal } from '../../domain/refusal.ts';
import { checkResponse } from '../../domain/surveys/responses.ts';
import { whyNotSent } from '../sending/lead-text.ts';
import { notice } from '../ui/blocks.ts';
import type { Form } from '../ui/modals.ts';

export const closeLoopForm: Form<'close_loop'> = {
  form: 'close_loop',
  permission: 'close the loop',
  run: async (interaction, { text }, { id }) => {
    const { ccgStore, person, now } = interaction;
    const words = checkResponse(text);
    if (isRefusal(words)) return { errors: { text: words.refused } };
    const wrong = whyNotSent(interaction, words);
    if (wrong) return { errors: { text: wrong } };
    const isKept = await ccgStore.rounds.respond(id, words, person.id, now);
    const said = isKept
      ? 'Thank you. Members see it on their Home, and it will be in the next summary.'
      : 'This survey is still open, so nothing was saved.';
    return { modal: notice('You said, we will', said), home: true };
  },
};
