import { mayDo } from '../../domain/people/permissions.ts';
import type { Command, Visit } from '../bolt/interaction.ts';
import { context, section } from '../ui/blocks.ts';

/** Help is made of what the commands say of themselves. */
export const helpFrom = (commands: () => readonly Command[]): Command => ({
  name: 'help',
  also: ['?', 'commands'],
  usage: 'help',
  says: 'This list',
  act: 'read help',
  open: true,
  run: async (visit) => ({
    reply: {
      text: 'What you can type',
      blocks: [
        section(lines(visit, commands()).join('\n')),
        context(`Everything is also a button: type \`${visit.slashCommand}\` alone, or open my Home tab.`),
      ],
    },
  }),
});

const lines = ({ standings, slashCommand }: Visit, commands: readonly Command[]) =>
  commands
    .filter(({ usage, act }) => usage && mayDo(standings, act))
    .map(({ usage, says }) => `\`${slashCommand} ${usage}\`  ${says}`);
