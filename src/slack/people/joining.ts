// Finding one's practice: across all CCGs for a stranger, in one's own CCG for a member.
import { professions } from '../../domain/people/people.ts';
import { findable, isOpen, type Practice } from '../../domain/people/practices.ts';
import { search } from '../../domain/text/search.ts';
import type { Interaction } from '../bolt/interaction.ts';
import { chooseByRadio, chooseOne, contextBlock, option } from '../ui/blocks.ts';
import { modal } from '../ui/modals.ts';

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

export const practiceKey = ({ ccgCode, code }: FoundPractice): string => `${ccgCode}/${code}`;

export const joinForm = (found: readonly FoundPractice[]) => {
  const choices = found.map((practice) =>
    option(
      practice.name,
      practiceKey(practice),
      `${isOpen(practice) ? '' : 'Closed: '}${practice.address}, ${practice.postcode}`,
    ),
  );
  const jobs = Object.entries(professions).map(([key, name]) => option(name, key));
  return modal('join', {
    title: 'Join your practice',
    submit: 'Join',
    carries: {},
    blocks: [
      chooseByRadio(
        { id: 'practice', label: 'Which one is it?' },
        choices,
        choices.length === 1 ? choices[0] : undefined,
      ),
      chooseOne({ id: 'profession', label: 'What do you do there?' }, jobs),
      contextBlock(
        'Your name and e-mail are taken from Slack. Members see who holds which role; ' +
          'engagement leads see the list. We write rarely, and you can ask for quiet or come ' +
          'off the list at any time.',
      ),
    ],
  });
};
