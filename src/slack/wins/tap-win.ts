import { isRefusal } from '../../domain/refusal.ts';
import { decideTap, describeTapped, planIntroduction } from '../../domain/wins/wins.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import { textMessage } from '../ui/blocks.ts';
import { tapWin, winCard } from './win-message.ts';

/** “Interested” and “We do this too”, on the card of a win. */
export const winReplies: Feature = {
  buttons: [
    onTap(tapWin, {
      permission: 'share a win',
      run: async ({ ccgStore, ccg, person, now, tappedTs }, { id, kind }) => {
        const [win, { practices }] = await Promise.all([
          ccgStore.wins.find(id),
          ccgStore.register(),
        ]);
        const gone = { reply: textMessage(describeGone(ccg.name)) };
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
    }),
  ],
};

const describeGone = (name: string) =>
  `I cannot find this among what ${name} shares, so nothing was changed.`;
