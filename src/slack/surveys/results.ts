import { z } from 'zod';
import { resultPages } from '../../domain/surveys/results/pages.ts';
import { search } from '../../domain/text/search.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { actionsBlock, contextBlock, type Message, textMessage } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { inModal } from '../ui/in-modal.ts';
import { resultsMessage, turnResults } from './results-message.ts';

export const showResults = defineButton('show_results', z.object({ id: z.uuid() }));
const sendResults = defineButton('send_results', z.object({ id: z.uuid(), page: z.int().min(0) }));

/** How far back surveys are found by their title. */
const LATEST_ROUNDS = 40;

/** The results of a closed survey, a page at a time. */
export const results: Feature = {
  commands: [
    {
      name: 'results',
      also: ['answers'],
      usage: 'results',
      description:
        'What members answered in the latest survey that has closed, or in the one you name',
      permission: 'read results',
      run: async (interaction, words) => {
        const closed = await interaction.ccgStore.rounds.closed(LATEST_ROUNDS);
        const named = closed.map((round) => ({ ...round, name: round.title }));
        const [round] = words ? search(named, words) : named;
        const message = round && (await resultsPage(interaction, round.id, 0));
        if (!message) return { reply: textMessage(describeNone(words, closed.length)) };
        return { reply: closed.length > 1 ? withHint(interaction, message) : message };
      },
    },
  ],
  buttons: [
    onTap(showResults, {
      permission: 'read results',
      run: async (interaction, { id }) => {
        const message = await resultsPage(interaction, id, 0);
        if (!message) return notYet;
        return interaction.tappedTs ? { reply: message } : showInModal(message, id, 0);
      },
    }),
    onTap(turnResults, {
      permission: 'read results',
      run: async (interaction, { id, page }) => {
        const message = await resultsPage(interaction, id, page);
        if (!message) return gone;
        return interaction.tappedTs ? { replace: message } : showInModal(message, id, page);
      },
    }),
    onTap(sendResults, {
      permission: 'read results',
      run: async (interaction, { id, page }) => {
        const message = await resultsPage(interaction, id, page);
        if (!message) return gone;
        return {
          direct: message,
          replace: textMessage('The results are in your messages with me, with charts.'),
        };
      },
    }),
  ],
};

/** A page of the results; nothing while the round is open, for its tables are made at its close. */
const resultsPage = async (
  { ccgStore, ccg }: MemberInteraction,
  id: string,
  page: number,
): Promise<Message | undefined> => {
  const round = await ccgStore.rounds.find(id);
  if (!round?.results) return undefined;
  const [alike, answers, comments] = await Promise.all([
    ccgStore.rounds.alike(id),
    ccgStore.rounds.namedAnswers(id),
    ccgStore.rounds.comments(id),
  ]);
  const pages = resultPages({ round, alike, answers, comments, words: ccg.settings });
  return resultsMessage(round, pages, page);
};

const describeNone = (words: string, closed: number) =>
  closed > 0
    ? `No survey that has closed is called “${words}”.`
    : 'No survey has closed yet; results are made when one closes.';

const withHint = ({ slashCommand }: MemberInteraction, message: Message): Message => {
  const hint = `For an earlier survey type \`${slashCommand} results\` and a part of its title.`;
  return { ...message, blocks: [...message.blocks, contextBlock(hint)] };
};

/**
 * A modal takes no charts, so it offers to send the page as a direct message: an answer to the
 * lead's tap, outside their weekly limit.
 */
const showInModal = (message: Message, id: string, page: number): Response => {
  const send = actionsBlock(sendResults('Send me this with charts', { id, page }));
  return { modal: inModal({ ...message, blocks: [...message.blocks, send] }, 'Results') };
};

const notYet: Response = {
  reply: textMessage('There are no results yet: they are made when the survey closes.'),
};
const gone: Response = { reply: textMessage('These results are no longer here.') };
