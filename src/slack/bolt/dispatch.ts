// From what came in to the one handler it is for: may this visitor do that, and then do it.
import { mayDo } from '../../domain/people/permissions.ts';
import { search } from '../../domain/text/search.ts';
import { menu } from '../home/menu.ts';
import { type Message, plain } from '../ui/blocks.ts';
import type { readTap } from '../ui/buttons.ts';
import type { Form } from '../ui/modals.ts';
import type { readForm } from '../ui/read-submission.ts';
import { actions, commands, forms } from './features.ts';
import { refuseFreeText } from './free-text.ts';
import type { Command, MemberVisit, Say, Visit } from './interaction.ts';

export const runCommand = (visit: Visit, text: string): Promise<Say> => {
  const [first = '', ...rest] = text.trim().split(/\s+/);
  if (!first) return Promise.resolve({ reply: menu(visit) });
  const command = findCommand(first.toLowerCase());
  return command ? admit(visit, command, rest.join(' ')) : Promise.resolve({ reply: suggest(visit, first) });
};

export const runTap = (visit: Visit, tap: NonNullable<ReturnType<typeof readTap>>): Promise<Say> => {
  if (tap.name === 'run_command') {
    const { command, words } = tap.value as { command: string; words?: string };
    return runCommand(visit, [command, words].filter(Boolean).join(' '));
  }
  const action = actions.find((each) => each.tap === tap.name);
  if (!action) throw new Error(`No action for the tap ${tap.name}`);
  return admit(visit, action, tap.value as never);
};

export const runForm = (visit: Visit, submitted: NonNullable<ReturnType<typeof readForm>>): Promise<Say> => {
  const form = forms.find((each) => each.form === submitted.name);
  if (!form) throw new Error(`No handler for the form ${submitted.name}`);
  return admit(visit, checked(form), submitted.fields as never, submitted.carried as never);
};

/** A form whose handler sees free text only once it has been checked for patient data. */
const checked = (form: Form): Form =>
  form.open
    ? form
    : {
        ...form,
        run: async (visit, fields, carried) =>
          (await refuseFreeText(visit, form.form, fields)) ?? form.run(visit, fields, carried),
      };

type Handler<Input extends unknown[]> = { readonly act: Command['act'] } & (
  | { readonly open: true; run(visit: Visit, ...input: Input): Promise<Say> }
  | { readonly open?: false; run(visit: MemberVisit, ...input: Input): Promise<Say> }
);

/** The one gate: who may do what is domain/permissions.ts. */
const admit = async <Input extends unknown[]>(visit: Visit, handler: Handler<Input>, ...input: Input): Promise<Say> => {
  if (!mayDo(visit.standings, handler.act)) return { reply: refusal(visit) };
  if (handler.open) return handler.run(visit, ...input);
  return visit.member ? handler.run(visit.member, ...input) : { reply: refusal(visit) };
};

const refusal = ({ member, slashCommand, standings }: Visit): Message => {
  if (!member || standings.includes('stranger'))
    return plain(
      `You are not on a practice’s list here yet. Type “${slashCommand} join” and part of your practice’s name; it takes a minute.`,
    );
  const { name } = member.ccg;
  if (standings.length === 0) return plain(`Slack says that this account is not active, so ${name} cannot take this from it.`);
  return standings.includes('to_be_confirmed')
    ? plain(`That opens once ${name} has confirmed that you work at your practice. Nothing is needed from you.`)
    : plain(`That is for the engagement leads of ${name}. If you should be one, ask them to add you.`);
};

const findCommand = (word: string) => commands.find(({ name, also }) => name === word || also?.includes(word));

/** Commands are few and short: “clame” is two letters from “claim”. */
const HALF_WRONG = 0.4;

const suggest = (visit: Visit, word: string): Message => {
  const known = commands
    .filter(({ act }) => mayDo(visit.standings, act))
    .map((command) => ({ ...command, also: [...(command.also ?? [])] }));
  const [closest] = search(known, word, HALF_WRONG);
  const { slashCommand } = visit;
  return plain(
    closest
      ? `I do not know “${word}”. Did you mean “${slashCommand} ${closest.name}”?`
      : `I do not know “${word}”. “${slashCommand} help” lists what I understand.`,
  );
};
