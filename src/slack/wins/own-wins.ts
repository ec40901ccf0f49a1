import { z } from 'zod';
import { formatDay } from '../../domain/time/calendar.ts';
import { describeSpread } from '../../domain/wins/wins.ts';
import type { WinView } from '../../store/wins/wins.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import {
  actionsBlock,
  type Block,
  contextBlock,
  escapeMrkdwn,
  header,
  section,
  textMessage,
} from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { openCommand } from '../ui/open-command.ts';
import { postCard } from './post-card.ts';

const takeBackWin = defineButton('take_back_win', z.object({ id: z.uuid() }));
const postWin = defineButton('post_win', z.object({ id: z.uuid() }));

/** What somebody has shared can be taken back, and posted later if that failed at first. */
export const sharedWins: Feature = {
  buttons: [
    onTap(takeBackWin, {
      permission: 'share a win',
      run: async ({ ccgStore, person, now }, { id }) => {
        const isTakenBack = await ccgStore.wins.takeBack(id, person.id, now);
        return { replace: textMessage(isTakenBack ? TAKEN_BACK : NOT_YOURS), home: true };
      },
    }),
    onTap(postWin, {
      permission: 'share a win',
      run: async (interaction, { id }) => {
        const { ccgStore, person, now } = interaction;
        const isOwn = await ccgStore.wins.takePosting(id, person.id, now);
        if (!isOwn) return { replace: textMessage('There is nothing of yours to post here.') };
        return {
          ...(await postCard(interaction, id)),
          replace: textMessage('Posted. Thank you for sharing what works.'),
          home: true,
        };
      },
    }),
  ],
};

const TAKEN_BACK =
  'Taken back. Its words are deleted, and the card in the channel says so within a minute.';
const NOT_YOURS = 'There is nothing of yours to take back here.';

/** How many are shown. */
const LATEST_WINS = 5;

/** What somebody has shared, for Home and for “share mine”. */
export const ownWins = async ({
  ccgStore,
  ccg,
  person,
  now,
}: MemberInteraction): Promise<Block[]> => {
  const own = await ccgStore.wins.by(person.id, LATEST_WINS);
  return [
    header('What works'),
    ...(own.length > 0
      ? own.flatMap((win) => describeWin(win, now))
      : [section(invitation(ccg.name))]),
    actionsBlock(openCommand('Share what works', { command: 'share' })),
  ];
};

const invitation = (ccgName: string) =>
  `Something that works well where you are? ${escapeMrkdwn(ccgName)} would like ` +
  'to hear of it.';

const describeWin = (win: WinView, now: Date): Block[] => [
  section(
    `*${escapeMrkdwn(win.what)}*\n${escapeMrkdwn(win.result)}`,
    takeBackWin('Take back', { id: win.id }, { confirm: confirmation }),
  ),
  ...(win.isPosted
    ? [contextBlock(describeShared(win, now))]
    : [
        contextBlock('Not in the channel yet: I could not post there.'),
        actionsBlock(postWin('Post it now', { id: win.id })),
      ]),
];

const describeShared = (win: WinView, now: Date) =>
  [`Shared ${formatDay(win.sharedAt, now)}`, describeSpread(win)].filter(Boolean).join(' · ');

const confirmation = {
  title: 'Take this back?',
  text: 'Its words are deleted, here and on the card in the channel.',
  yes: 'Take it back',
};
