import { type Register, titleOf } from '../../domain/roles/register.ts';
import type { Command } from '../bolt/legacy.ts';
import { actionsBlock, type Block, escapeMrkdwn, section, textMessage } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

export const release: Command = {
  name: 'release',
  also: ['resign', 'step'],
  says: 'Give back a role',
  permission: 'release',
  run: async ({ ccgStore, person }) => {
    const register = await ccgStore.register();
    const blocks = ownRoles(register, person.id);
    return blocks.length > 0
      ? { reply: { text: 'Which role would you like to give back?', blocks } }
      : {
          reply: textMessage(
            'You hold no role besides the everyday one, so there is nothing to give back.',
          ),
        };
  },
};

/** A person's roles, each with a button that gives it back. */
export const ownRoles = (register: Register, personId: string): Block[] =>
  register.holdings
    .filter(({ person }) => person.id === personId)
    .flatMap((holding) => {
      const title = titleOf(register, holding);
      const confirm = {
        title: 'Give back this role?',
        text: `${title}. The seat will be free for a colleague.`,
        yes: 'Give it back',
      };
      return [
        section(
          `*${escapeMrkdwn(title)}*${holding.confirmed ? '' : '\n_To be confirmed. Nothing is needed from you._'}`,
        ),
        actionsBlock(
          button('hand_over', 'Hand over', { id: holding.id }),
          button('release_seat', 'Give back', { id: holding.id }, { confirm }),
        ),
      ];
    });
