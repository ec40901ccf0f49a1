// What somebody has shared themselves, how far it has spread, and taking it back.
import { sayDay } from '../../domain/time/calendar.ts';
import { saySpread } from '../../domain/wins/wins.ts';
import type { WinView } from '../../store/wins/wins.ts';
import type { MemberVisit } from '../bolt/interaction.ts';
import { type Block, buttons, context, header, safe, section } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

/** How many are shown. */
const LATEST_WINS = 5;

export const ownWins = async ({ home, ccg, person, now }: MemberVisit): Promise<Block[]> => {
  const own = await home.wins.by(person.id, LATEST_WINS);
  return [
    header('What works'),
    ...(own.length > 0
      ? own.flatMap((win) => winBlocks(win, now))
      : [section(`Something that works well where you are? ${safe(ccg.name)} would like to hear of it.`)]),
    buttons(button('run_command', 'Share what works', { command: 'share' })),
  ];
};

const winBlocks = (win: WinView, now: Date): Block[] => [
  section(
    `*${safe(win.what)}*\n${safe(win.result)}`,
    button('take_back_win', 'Take back', { id: win.id }, { confirm: TAKING_BACK }),
  ),
  ...(win.isPosted
    ? [context([`Shared ${sayDay(win.sharedAt, now)}`, ...[saySpread(win)].filter(Boolean)].join(' · '))]
    : [context('Not in the channel yet: I could not post there.'), buttons(button('post_win', 'Post it now', { id: win.id }))]),
];

const TAKING_BACK = {
  title: 'Take this back?',
  text: 'Its words are deleted, here and on the card in the channel.',
  yes: 'Take it back',
};
