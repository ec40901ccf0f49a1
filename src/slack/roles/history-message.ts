// History for engagement leads, newest first, a page at a time.
import { type ChangeKind, sayChange } from '../../domain/roles/history.ts';
import type { MemberVisit } from '../bolt/interaction.ts';
import { buttons, header, type Message, safe, section } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

const LINES_A_PAGE = 20;

export const historyMessage = async (visit: MemberVisit, before?: bigint): Promise<Message> => {
  const { lines, earliest } = await recentChanges(visit, LINES_A_PAGE, before);
  const more = earliest !== undefined && lines.length === LINES_A_PAGE;
  return {
    text: 'History',
    blocks: [
      header('History'),
      section(lines.length > 0 ? lines.join('\n') : 'That is where it begins.'),
      ...(more ? [buttons(button('show_history', 'Earlier', { before: String(earliest) }))] : []),
    ],
  };
};

/** The latest changes as lines of text, and the number of the earliest of them. */
export const recentChanges = async (
  { home, ccg, now }: MemberVisit,
  take: number,
  before?: bigint,
  without: readonly ChangeKind[] = [],
) => {
  const [{ changes, names }, { roles }, practices] = await Promise.all([
    home.history.recent(take, before, without),
    home.register(),
    home.practices.all(),
  ]);
  const facts = { names, roles, practices, words: ccg.settings };
  return {
    lines: changes.map((change) => `• ${safe(sayChange(change, facts, now))}`),
    earliest: changes.at(-1)?.number,
  };
};
