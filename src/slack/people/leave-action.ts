import type { Action } from '../bolt/interaction.ts';
import { plain } from '../ui/blocks.ts';

export const leaveAction: Action<'leave'> = {
  tap: 'leave',
  act: 'leave',
  run: async ({ home, person, now, slashCommand }) => {
    await home.people.leave(person.id, now);
    return {
      replace: plain(
        `You are off the list, and your details are deleted. Thank you for the time you gave. “${slashCommand} join” brings you back whenever you like.`,
      ),
      home: true,
    };
  },
};
