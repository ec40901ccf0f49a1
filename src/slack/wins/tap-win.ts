import { isRefusal } from '../../domain/refusal.ts';
import { decideTap, planIntroduction, sayTapped } from '../../domain/wins/wins.ts';
import type { Action } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';
import { winCard } from './win-message.ts';

export const tapWin: Action<'tap_win'> = {
  tap: 'tap_win',
  act: 'share a win',
  run: async ({ home, ccg, person, now, tappedTs }, { id, kind }) => {
    const [win, { practices }] = await Promise.all([home.wins.find(id), home.register()]);
    const gone = { reply: plain(`I cannot find this among what ${ccg.name} shares, so nothing was changed.`) };
    if (!win) return gone;
    if (tappedTs) await home.wins.noteSeen(id, ccg.channelId, tappedTs);
    const decision = decideTap(kind, { win, person, practices });
    if (isRefusal(decision)) return { reply: plain(decision.refused) };
    const tap = { winId: id, personId: person.id, kind, practiceCode: decision.practiceCode };
    const became = await home.wins.tap(tap, planIntroduction(ccg.settings, now), now);
    const after = await home.wins.find(id);
    if (!after || became === 'gone') return gone;
    return { replace: winCard(after, ccg, now), reply: plain(sayTapped(kind, became, after)) };
  },
};
