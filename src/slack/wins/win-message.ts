import { z } from 'zod';
import type { Ccg } from '../../domain/ccg.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import { describeSpread, type WinFacts } from '../../domain/wins/wins.ts';
import {
  actionsBlock,
  type Block,
  contextBlock,
  escapeMrkdwn,
  type Message,
  section,
  textMessage,
} from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';

export const tapWin = defineButton(
  'tap_win',
  z.object({ id: z.uuid(), kind: z.enum(['interested', 'does_too']) }),
);

type Card = WinFacts & { readonly id: string; readonly takenBackAt: Date | null };

/**
 * The card of a win, for everyone in the channel. It shows counts, never a list of names, and never
 * who did not tap.
 */
export const winCard = (win: Card, ccg: Ccg, now: Date): Message => {
  if (win.takenBackAt)
    return textMessage('Something that works was shared here. Taken back by its author.');
  const spread = describeSpread(win);
  return {
    text: `What works, from ${win.practice ?? ccg.name}: ${win.what}`,
    blocks: [
      ...winBlocks(win, ccg, now),
      ...(spread ? [section(`_${spread}_`)] : []),
      actionsBlock(
        ...(win.author ? [tapWin('Interested', { id: win.id, kind: 'interested' })] : []),
        tapWin('We do this too', { id: win.id, kind: 'does_too' }),
      ),
      contextBlock(whoIsTold(win)),
    ],
  };
};

/** What was done, what came of it, where, and who shared it. */
export const winBlocks = (
  { what, result, practice, area, author, sharedAt }: WinFacts,
  { name }: Ccg,
  now: Date,
): Block[] => [
  section(`*What works: ${escapeMrkdwn(what)}*\n${escapeMrkdwn(result)}`),
  contextBlock(
    escapeMrkdwn(
      [
        practice ?? name,
        ...(area ? [area] : []),
        `shared by ${author ?? 'a colleague'}, ${formatDay(sharedAt, now)}`,
      ].join(' · '),
    ),
  ),
];

const whoIsTold = ({ author }: Card) =>
  author
    ? `If you tap Interested, ${escapeMrkdwn(author)} will be told your name and practice, so ` +
      'that you can talk. Everyone else sees only how many. A second tap takes it back.'
    : 'Everyone sees only how many. A second tap takes it back.';
