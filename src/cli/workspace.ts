// The Slack workspace that the data belongs to: which it is, and moving to another one.
import { pluralise } from '../domain/text/words.ts';
import type { Store } from '../store/store.ts';
import { say, UserError } from './print.ts';

const NONE = 'The data belongs to no workspace yet; it will to the first one that the bot serves.';

/** Says which workspace the data belongs to. */
export const showWorkspace = async (store: Store): Promise<void> => {
  const known = await store.workspace.find();
  say(known ? `The data belongs to the workspace ${known.name} (${known.teamId}).` : NONE);
};

/** Lets the data belong to whichever workspace the bot serves next. */
export const changeWorkspace = async (
  store: Store,
  { yes = false }: { yes?: boolean },
): Promise<void> => {
  const known = await store.workspace.find();
  if (!known) return say(NONE);
  if (!yes)
    throw new UserError(
      `The data belongs to ${known.name} (${known.teamId}). In another workspace everybody’s ` +
        'Slack account is forgotten and found again there by their e-mail address. Stop the bot ' +
        'first, then run this again with --yes.',
    );
  const { unreachable } = await store.workspace.leave();
  say(
    `The data belongs to the next workspace that the bot serves. ${
      unreachable > 0
        ? `${pluralise(unreachable, 'person')} without an e-mail address cannot be found there. `
        : ''
    }Next: set the new tokens, give each CCG its channel there with “create”, and start the bot.`,
  );
};
