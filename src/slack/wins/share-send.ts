import { notice } from '../ui/blocks.ts';
import type { Form } from '../ui/modals.ts';
import { lookAtWin, postCard } from './sharing.ts';

/** Second step: its author has said yes, so it is posted. */
export const shareSendForm: Form<'share_send'> = {
  form: 'share_send',
  act: 'share a win',
  run: async (visit, _, win) => {
    const { home, person, now } = visit;
    const { errors } = await lookAtWin(visit, win);
    if (errors) return { modal: notice('Share what works', `${Object.values(errors).join(' ')} Nothing was shared.`) };
    const isFirst = await home.wins.share({ ...win, authorId: person.id }, now);
    const shared = { modal: notice('Shared', thanks), home: true as const };
    return isFirst ? { ...shared, ...(await postCard(visit, win.id)) } : shared;
  },
};

const thanks =
  'Thank you for sharing what works. You hear at most once a day who would like to know more, and you can take it back on Home.';
