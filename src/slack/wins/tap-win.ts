import { isRefusal } from '../../domain/refusal.ts';
import { decideTap, describeTapped, planIntroduction } from '../../domain/wins/wins.ts';
import type { Action } from '../bolt/legacy.ts';
import { textMessage } from '../ui/blocks.ts';
import { winCard } from './win-message.ts';

export const tapWin: Action<'tap_win'> = {
  tap: 'tap_win',
  permission: 'share a win',
  run: async ({ ccgStore, ccg, person, now, tappedTs }, { id, kind }) => {
    const [win, { practices }] = await Promise.all([ccgStore.wins.find(id), ccgStore.register()]);
    const gone = {
      reply: textMessage(
        `I cannot find this among what ${ccg.name} shares, so nothing was changed.`,
      ),
    };
    if (!win) return gone;
    if (tappedTs) await ccgStore.wins.noteSeen(id, ccg.channelId, tappedTs);
    const decision = decideTap(kind, { win, person, practices });
    if (isRefusal(decision)) return { reply: textMessage(decision.refused) };
    const tap = { winId: id, personId: person.id, kind, practiceCode: decision.practiceCode };
    const became = await ccgStore.wins.tap(tap, planIntroduction(ccg.settings, now), now);
    const after = await ccgStore.wins.find(id);
    if (!after || became === 'gone') return gone;
    return {
      replace: winCard(after, ccg, now),
      reply: textMessage(describeTapped(kind, became, after)),
    };
  },
};
