import { search } from '../../domain/text/search.ts';
import type { Command } from '../bolt/legacy.ts';
import { contextBlock, textMessage } from '../ui/blocks.ts';
import { resultsPage } from './results-page.ts';

/** How far back surveys are found by their title. */
const LATEST_ROUNDS = 40;

export const results: Command = {
  name: 'results',
  also: ['answers'],
  usage: 'results',
  says: 'What members answered in the latest survey that has closed, or in the one you name',
  permission: 'read results',
  run: async (interaction, words) => {
    const closed = (await interaction.ccgStore.rounds.closed(LATEST_ROUNDS)).map((round) => ({
      ...round,
      name: round.title,
    }));
    const [round] = words ? search(closed, words) : closed;
    const message = round && (await resultsPage(interaction, round.id, 0));
    if (!message) return { reply: textMessage(nothing(words, closed.length)) };
    const hint =
      `For an earlier survey type \`${interaction.slashCommand} results\` and a part of its ` +
      'title.';
    return {
      reply: {
        ...message,
        blocks: [...message.blocks, ...(closed.length > 1 ? [contextBlock(hint)] : [])],
      },
    };
  },
};

const nothing = (words: string, closed: number) =>
  closed > 0
    ? `No survey that has closed is called “${words}”.`
    : 'No survey has closed yet; results are made when one closes.';
