// Coming off the list.
import { type Command, type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { actionsBlock, section, textMessage } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { nothing } from '../ui/modals.ts';
import { openCommand } from '../ui/open-command.ts';

const confirmLeaving = defineButton('leave', nothing);

const command: Command = {
  name: 'leave',
  also: ['unsubscribe', 'stop', 'delete'],
  description: 'Come off the list, and have your details deleted',
  permission: 'leave',
  run: async ({ ccg }) => ({
    reply: {
      text: 'Come off the list',
      blocks: [
        section(
          `*Come off the list of ${ccg.name}.* Your roles become free for colleagues, your ` +
            'name, e-mail and named answers are deleted, and you hear nothing more from us. ' +
            'If you only want peace for a while, quiet time does that.',
        ),
        actionsBlock(
          confirmLeaving('Take me off the list', {}, { style: 'danger', confirm: areYouSure }),
          openCommand('Quiet time', { command: 'quiet' }),
        ),
      ],
    },
  }),
};

const areYouSure = {
  title: 'Come off the list?',
  text: 'Your roles become free and your details are deleted.',
  yes: 'Yes, take me off',
};

const takeOffList = async ({
  ccgStore,
  person,
  now,
  slashCommand,
}: MemberInteraction): Promise<Response> => {
  await ccgStore.people.leave(person.id, now);
  return {
    replace: textMessage(
      'You are off the list, and your details are deleted. Thank you for the time you ' +
        `gave. “${slashCommand} join” brings you back whenever you like.`,
    ),
    home: true,
  };
};

export const leave: Feature = {
  commands: [command],
  buttons: [onTap(confirmLeaving, { permission: 'leave', run: takeOffList })],
};
