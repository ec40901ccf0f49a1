import type { Action } from '../bolt/legacy.ts';
import { textMessage } from '../ui/blocks.ts';

export const leaveAction: Action<'leave'> = {
  tap: 'leave',
  permission: 'leave',
  run: async ({ ccgStore, person, now, slashCommand }) => {
    await ccgStore.people.leave(person.id, now);
    return {
      replace: textMessage(
        'You are off the list, and your details are deleted. Thank you for the time you ' +
          `gave. “${slashCommand} join” brings you back whenever you like.`,
      ),
      home: true,
    };
  },
};
