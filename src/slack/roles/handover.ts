import { isRefusal } from '../../domain/refusal.ts';
import { titleOf } from '../../domain/roles/register.ts';
import type { Command } from '../bolt/legacy.ts';
import { findColleague } from '../people/colleagues.ts';
import { actionsBlock, type Block, escapeMrkdwn, section, textMessage } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';
import { offerSeat } from './handing-over.ts';

export const handover: Command = {
  name: 'handover',
  also: ['hand', 'pass'],
  says: 'Hand a role on to a colleague, who agrees in one tap',
  permission: 'hand over',
  run: async (interaction, words) => {
    const register = await interaction.ccgStore.register();
    const own = register.holdings.filter(({ person }) => person.id === interaction.person.id);
    const [first] = own;
    if (!first)
      return {
        reply: textMessage(
          'You hold no role besides the everyday one, so there is nothing to hand on.',
        ),
      };
    if (!words) {
      const blocks = own.map(
        (holding): Block =>
          section(
            `*${escapeMrkdwn(titleOf(register, holding))}*`,
            button('hand_over', 'Hand over', { id: holding.id }),
          ),
      );
      return { reply: { text: 'Which role would you like to hand on?', blocks } };
    }
    const to = await findColleague(interaction, words.replace(/^(to|over)\s+/i, ''));
    if (isRefusal(to)) return { reply: textMessage(to.refused) };
    if (to && own.length > 1) {
      const choices = own
        .slice(0, 10)
        .map((holding) =>
          button('offer_seat', titleOf(register, holding), { id: holding.id, to: to.id }),
        );
      return {
        reply: textMessage(
          `Which role would you like to hand on to ${to.name}?`,
          actionsBlock(...choices),
        ),
      };
    }
    const said = await offerSeat(interaction, first.id, to);
    return isRefusal(said)
      ? { reply: textMessage(said.refused) }
      : { reply: said, runJobsNow: true };
  },
};
