import { isAllowed } from '../../domain/people/permissions.ts';
import type { Command, Feature } from '../bolt/feature.ts';
import type { Interaction } from '../bolt/interaction.ts';
import { contextBlock, section } from '../ui/blocks.ts';

/** Help lists the commands from their own descriptions. They come as a function, as it is one. */
export const helpFrom = (commands: () => readonly Command[]): Feature => ({
  commands: [commandOf(commands)],
});

const commandOf = (commands: () => readonly Command[]): Command => ({
  name: 'help',
  also: ['?', 'commands'],
  usage: 'help',
  description: 'This list',
  permission: 'read help',
  open: true,
  run: async (interaction) => ({
    reply: {
      text: 'What you can type',
      blocks: [
        section(lines(interaction, commands()).join('\n')),
        contextBlock(
          `Everything is also a button: type \`${interaction.slashCommand}\` alone, or open ` +
            'my Home tab.',
        ),
      ],
    },
  }),
});

const lines = ({ userRoles, slashCommand }: Interaction, commands: readonly Command[]) =>
  commands
    .filter(({ usage, permission }) => usage && isAllowed(userRoles, permission))
    .map(({ usage, description }) => `\`${slashCommand} ${usage}\`  ${description}`);
