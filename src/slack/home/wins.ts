// What somebody has shared themselves, how far it has spread, and taking it back.
import { formatDay } from '../../domain/time/calendar.ts';
import { describeSpread } from '../../domain/wins/wins.ts';
import type { WinView } from '../../store/wins/wins.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import {
  actionsBlock,
  type Block,
  contextBlock,
  escapeMrkdwn,
  header,
  section,
} from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';
import { openCommand } from '../ui/open-command.ts';

/** How many are shown. */
const LATEST_WINS = 5;

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
      ? own.flatMap((win) => winBlocks(win, now))
      : [
          section(
            `Something that works well where you are? ${escapeMrkdwn(ccg.name)} would like ` +
              'to hear of it.',
          ),
        ]),
    actionsBlock(openCommand('Share what works', { command: 'share' })),
  ];
};

const winBlocks = (win: WinView, now: Date): Block[] => [
  section(
    `*${escapeMrkdwn(win.what)}*\n${escapeMrkdwn(win.result)}`,
    button('take_back_win', 'Take back', { id: win.id }, { confirm: TAKING_BACK }),
  ),
  ...(win.isPosted
    ? [
        contextBlock(
          [`Shared ${formatDay(win.sharedAt, now)}`, ...[describeSpread(win)].filter(Boolean)].join(
            ' · ',
          ),
        ),
      ]
    : [
        contextBlock('Not in the channel yet: I could not post there.'),
        actionsBlock(button('post_win', 'Post it now', { id: win.id })),
      ]),
];

const TAKING_BACK = {
  title: 'Take this back?',
  text: 'Its words are deleted, here and on the card in the channel.',
  yes: 'Take it back',
};
