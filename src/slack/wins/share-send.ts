import { notice } from '../ui/blocks.ts';
import type { Form } from '../ui/modals.ts';
import { postCard, previewWin } from './sharing.ts';

/** Second step: its author has said yes, so it is posted. */
export const shareSendForm: Form<'share_send'> = {
  form: 'share_send',
  permission: 'share a win',
  run: async (interaction, _, win) => {
    const { ccgStore, person, now } = interaction;
    const { errors } = await previewWin(interaction, win);
    if (errors)
      return {
        modal: notice('Share what works', `${Object.values(errors).join(' ')} Nothing was shared.`),
      };
    const isFirst = await ccgStore.wins.share({ ...win, authorId: person.id }, now);
    const shared = { modal: notice('Shared', thanks), home: true as const };
    return isFirst ? { ...shared, ...(await postCard(interaction, win.id)) } : shared;
  },
};

const thanks =
  'Thank you for sharing what works. You hear at most once a day who would like to know ' +
  'more, and you can take it back on Home.';
