// Finding one's practice: across all CCGs for a stranger, in one's own CCG for a member.
import { findable, isOpen, type Practice } from '../../domain/people/practices.ts';
import { search } from '../../domain/text/search.ts';
import type { Interaction } from '../bolt/interaction.ts';

/** A practice with the CCG it belongs to. */
export type FoundPractice = Practice & { readonly ccgCode: string; readonly ccgName: string };

/** Slack takes at most 10 radio buttons. */
const MAX_FOUND = 10;

/**
 * The practices that the words could mean, best first. Closed ones come last, so that their people
 * learn what became of them.
 */
export const searchPractices = async (
  interaction: Interaction,
  words: string,
): Promise<FoundPractice[]> => {
  const found = search((await practicesFor(interaction)).map(findable), words);
  return [...found.filter(isOpen), ...found.filter((practice) => !isOpen(practice))].slice(
    0,
    MAX_FOUND,
  );
};

const practicesFor = async ({ store, member }: Interaction): Promise<FoundPractice[]> => {
  const ccgs = member ? [member.ccg] : await store.ccgs.all();
  const lists = await Promise.all(
    ccgs.map(async ({ code, name }) =>
      (await store.ccg(code).practices.all()).map((practice) => ({
        ...practice,
        ccgCode: code,
        ccgName: name,
      })),
    ),
  );
  return lists.flat();
};
