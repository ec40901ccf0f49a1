import { byLevel } from '../../domain/roles/roles.ts';
import type { Action } from '../bolt/legacy.ts';
import { chooseOne, contextBlock, option } from '../ui/blocks.ts';
import { modal } from '../ui/modals.ts';

/** The choice that stands for a role not in the catalogue yet. */
export const NEW_ROLE = 'new';

/**
 * Opens the catalogue: which role is to be edited, or a new one. Slack takes at most 100 choices.
 */
export const chooseRole: Action<'choose_role'> = {
  tap: 'choose_role',
  permission: 'edit roles',
  run: async ({ ccgStore }) => {
    const { roles } = await ccgStore.register();
    const choices = byLevel(roles)
      .slice(0, 99)
      .map(({ key, title }) => option(title, key));
    return {
      modal: modal('choose_role', {
        title: 'Roles',
        submit: 'Go on',
        carries: {},
        blocks: [
          chooseOne({ id: 'role', label: 'Which role?' }, [
            option('A new role', NEW_ROLE),
            ...choices,
          ]),
          contextBlock(
            'You can change its title, its seats, who may hold it, its term, and whether it ' +
              'is confirmed or declares interests.',
          ),
        ],
      }),
    };
  },
};
