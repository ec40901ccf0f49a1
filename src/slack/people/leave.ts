import type { Command } from '../bolt/legacy.ts';
import { actionsBlock, section } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

export const leave: Command = {
  name: 'leave',
  also: ['unsubscribe', 'stop', 'delete'],
  says: 'Come off the list, and have your details deleted',
  permission: 'leave',
  run: async ({ ccg }) => {
    const confirm = {
      title: 'Come off the list?',
      text: 'Your roles become free and your details are deleted.',
      yes: 'Yes, take me off',
    };
    return {
      reply: {
        text: 'Come off the list',
        blocks: [
          section(
            `*Come off the list of ${ccg.name}.* Your roles become free for colleagues, your ` +
              'name, e-mail and named answers are deleted, and you hear nothing more from us. ' +
              'If you only want peace for a while, quiet time does that.',
          ),
          actionsBlock(
            button('leave', 'Take me off the list', {}, { style: 'danger', confirm }),
            button('run_command', 'Quiet time', { command: 'quiet' }),
          ),
        ],
      },
    };
  },
};
