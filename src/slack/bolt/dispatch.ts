// From what came in to the one handler it is for: may this visitor do that, and then do it.
import { isAllowed } from '../../domain/people/permissions.ts';
import { search } from '../../domain/text/search.ts';
import { menu } from '../home/menu.ts';
import { type Message, textMessage } from '../ui/blocks.ts';
import type { parseButton } from '../ui/buttons.ts';
import type { Form } from '../ui/modals.ts';
import type { readForm } from '../ui/read-submission.ts';
import { actions, commands, forms } from './features.ts';
import { refuseFreeText } from './free-text.ts';
import type { Command, Interaction, MemberInteraction, Response } from './interaction.ts';

export const runCommand = (interaction: Interaction, text: string): Promise<Response> => {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  if (!first) return Promise.resolve({ reply: menu(interaction) });
  const command = findCommand(first.toLowerCase());
  return command
    ? authorize(interaction, command, rest.join(' '))
    : Promise.resolve({ reply: suggest(interaction, first) });
};

export const runTap = (
  interaction: Interaction,
  tap: NonNullable<ReturnType<typeof parseButton>>,
): Promise<Response> => {
  if (tap.name === 'run_command') {
    const { command, words } = tap.value as { command: string; words?: string };
    return runCommand(interaction, [command, words].filter(Boolean).join(' '));
  }
  const action = actions.find((each) => each.tap === tap.name);
  if (!action) throw new Error(`No action for the tap ${tap.name}`);
  return authorize(interaction, action, tap.value as never);
};

export const runForm = (
  interaction: Interaction,
  submitted: NonNullable<ReturnType<typeof readForm>>,
): Promise<Response> => {
  const form = forms.find((each) => each.form === submitted.name);
  if (!form) throw new Error(`No handler for the form ${submitted.name}`);
  return authorize(
    interaction,
    checked(form),
    submitted.fields as never,
    submitted.carried as never,
  );
};

/** A form whose handler sees free text only once it has been checked for patient data. */
const checked = (form: Form): Form =>
  form.open
    ? form
    : {
        ...form,
        run: async (interaction, fields, carried) =>
          (await refuseFreeText(interaction, form.form, fields)) ??
          form.run(interaction, fields, carried),
      };

type Handler<Input extends unknown[]> = { readonly permission: Command['permission'] } & (
  | { readonly open: true; run(interaction: Interaction, ...input: Input): Promise<Response> }
  | {
      readonly open?: false;
      run(interaction: MemberInteraction, ...input: Input): Promise<Response>;
    }
);

/** The one gate: who may do what is domain/permissions.ts. */
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

/** Commands are few and short: “clame” is two letters from “claim”. */
const HALF_WRONG = 0.4;

const suggest = (interaction: Interaction, word: string): Message => {
  const known = commands
    .filter(({ permission }) => isAllowed(interaction.userRoles, permission))
    .map((command) => ({ ...command, also: [...(command.also ?? [])] }));
  const [closest] = search(known, word, HALF_WRONG);
  const { slashCommand } = interaction;
  return textMessage(
    closest
      ? `I do not know “${word}”. Did you mean “${slashCommand} ${closest.name}”?`
      : `I do not know “${word}”. “${slashCommand} help” lists what I understand.`,
  );
};
