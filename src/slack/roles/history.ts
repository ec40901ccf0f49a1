// History for engagement leads, newest first, a page at a time.
import { z } from 'zod';
import { type ChangeKind, describeChange } from '../../domain/roles/history.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { actionsBlock, escapeMrkdwn, header, type Message, section } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { inModal } from '../ui/in-modal.ts';

/** `before` is the number of a change, as digits, since JSON has no whole numbers of its size. */
const showHistory = defineButton(
  'show_history',
  z.object({ before: z.string().regex(/^\d{1,18}$/) }),
);

const LINES_A_PAGE = 20;

const historyMessage = async (
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
      ...(more ? [actionsBlock(showHistory('Earlier', { before: String(earliest) }))] : []),
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

export const history: Feature = {
  commands: [
    {
      name: 'history',
      also: ['log', 'changes'],
      usage: 'history',
      description: 'Every change of role, setting and permission: who, when and why',
      permission: 'read history',
      run: async (interaction) => ({ reply: await historyMessage(interaction) }),
    },
  ],
  buttons: [
    // in a modal: a tap in one has no message to replace, and the reply to the command stays
    onTap(showHistory, {
      permission: 'read history',
      run: async (interaction, { before }) => ({
        modal: inModal(await historyMessage(interaction, BigInt(before)), 'History'),
      }),
    }),
  ],
};
