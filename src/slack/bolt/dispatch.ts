// Finds the handler of a command, a tap or a submitted modal, and runs it where the user may.
import { isAllowed } from '../../domain/people/permissions.ts';
import { search } from '../../domain/text/search.ts';
import { menu } from '../home/menu.ts';
import { type Message, textMessage } from '../ui/blocks.ts';
import { nameIn, parseValue } from '../ui/buttons.ts';
import { openCommand } from '../ui/open-command.ts';
import { parseSubmission, type Submission } from '../ui/read-submission.ts';
import type { Handler, ModalHandler } from './feature.ts';
import { buttons, commands, modals } from './features.ts';
import { refuseFreeText } from './free-text.ts';
import type { Interaction, Response } from './interaction.ts';

export const runCommand = (interaction: Interaction, text: string): Promise<Response> => {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  if (!first) return Promise.resolve({ reply: menu(interaction) });
  const command = findCommand(first.toLowerCase());
  return command
    ? authorize(interaction, command, rest.join(' '))
    : Promise.resolve({ reply: suggest(interaction, first) });
};

/** What a tap does: nothing where the button is unknown, or its value is not what it carries. */
export const runTap = async (
  interaction: Interaction,
  actionId: string,
  value: string | undefined,
): Promise<Response> => {
  const name = nameIn(actionId);
  if (name === openCommand.button) {
    const given = parseValue(openCommand.value, value);
    return given ? runCommand(interaction, wordsOf(given)) : unknownButton;
  }
  const handler = buttons.find(({ button }) => button.button === name);
  const given = handler && parseValue(handler.button.value, value);
  return given ? authorize(interaction, handler, given) : unknownButton;
};

const wordsOf = ({ command, words }: { command: string; words?: string | undefined }) =>
  [command, words].filter(Boolean).join(' ');

/** What a submitted modal does. Its handler sees free text once it is checked for patient data. */
export const runModal = async (interaction: Interaction, view: Submission): Promise<Response> => {
  const handler = modals.find(({ modal }) => modal.modal === view.callback_id);
  const submitted = handler && parseSubmission(handler.modal, view);
  if (!submitted) return unknownButton;
  const { fields, metadata } = submitted;
  return authorize(interaction, checked(handler), fields as never, metadata as never);
};

const checked = (handler: ModalHandler): ModalHandler =>
  handler.open
    ? handler
    : {
        ...handler,
        run: async (interaction, fields, metadata) =>
          (await refuseFreeText(interaction, handler.modal, fields)) ??
          handler.run(interaction, fields, metadata),
      };

const unknownButton: Response = {
  reply: textMessage(
    'This button is too old for me to understand, so nothing was changed. Type the command ' +
      'again for a new one.',
  ),
};

/** The only check of permissions in slack; the table is domain/people/permissions.ts. */
const authorize = async <Input extends unknown[]>(
  interaction: Interaction,
  handler: Handler<Input>,
  ...input: Input
): Promise<Response> => {
  if (!isAllowed(interaction.userRoles, handler.permission)) return { reply: refusal(interaction) };
  if (handler.open) return handler.run(interaction, ...input);
  return interaction.member
    ? handler.run(interaction.member, ...input)
    : { reply: refusal(interaction) };
};

const refusal = ({ member, slashCommand, userRoles }: Interaction): Message => {
  if (!member || userRoles.includes('stranger'))
    return textMessage(
      `You are not on a practice’s list here yet. Type “${slashCommand} join” and part of ` +
        'your practice’s name; it takes a minute.',
    );
  const { name } = member.ccg;
  if (userRoles.length === 0)
    return textMessage(
      `Slack says that this account is not active, so ${name} cannot take this from it.`,
    );
  return userRoles.includes('to_be_confirmed')
    ? textMessage(
        `That opens once ${name} has confirmed that you work at your practice. Nothing is ` +
          'needed from you.',
      )
    : textMessage(
        `That is for the engagement leads of ${name}. If you should be one, ask them to add you.`,
      );
};

const findCommand = (word: string) =>
  commands.find(({ name, also }) => name === word || also?.includes(word));

/** Of the letters of a word, since commands are few and short: “clame” is two from “claim”. */
const MAX_WRONG = 0.4;

const suggest = (interaction: Interaction, word: string): Message => {
  const known = commands
    .filter(({ permission }) => isAllowed(interaction.userRoles, permission))
    .map((command) => ({ ...command, also: [...(command.also ?? [])] }));
  const [closest] = search(known, word, MAX_WRONG);
  const { slashCommand } = interaction;
  return textMessage(
    closest
      ? `I do not know “${word}”. Did you mean “${slashCommand} ${closest.name}”?`
      : `I do not know “${word}”. “${slashCommand} help” lists what I understand.`,
  );
};
