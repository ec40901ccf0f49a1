// History for engagement leads, newest first, a page at a time.
import { type ChangeKind, describeChange } from '../../domain/roles/history.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { actionsBlock, escapeMrkdwn, header, type Message, section } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

const LINES_A_PAGE = 20;

export const historyMessage = async (
  interaction: MemberInteraction,
  before?: bigint,
): Promise<Message> => {
  const { lines, earliest } = await recentChanges(interaction, LINES_A_PAGE, before);
  const more = earliest !== undefined && lines.length === LINES_A_PAGE;
  return {
    text: 'History',
    blocks: [
      header('History'),
      section(lines.length > 0 ? lines.join('\n') : 'That is where it begins.'),
      ...(more
        ? [actionsBlock(button('show_history', 'Earlier', { before: String(earliest) }))]
        : []),
    ],
  };
};

/** The latest changes as lines of text, and the number of the earliest of them. */
export const recentChanges = async (
  { ccgStore, ccg, now }: MemberInteraction,
  take: number,
  before?: bigint,
  without: readonly ChangeKind[] = [],
) => {
  const [{ changes, names }, { roles }, practices] = await Promise.all([
    ccgStore.history.recent(take, before, without),
    ccgStore.register(),
    ccgStore.practices.all(),
  ]);
  const facts = { names, roles, practices, words: ccg.settings };
  return {
    lines: changes.map((change) => `• ${escapeMrkdwn(describeChange(change, facts, now))}`),
    earliest: changes.at(-1)?.number,
  };
};
