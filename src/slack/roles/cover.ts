import { isRefusal } from '../../domain/refusal.ts';
import { coverOf } from '../../domain/roles/register.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import type { Command } from '../bolt/legacy.ts';
import { findColleague } from '../people/colleagues.ts';
import { actionsBlock, chooseDay, choosePerson, contextBlock, textMessage } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';
import { readDay } from '../ui/dates.ts';
import { modal } from '../ui/modals.ts';
import { askForCover } from './covering.ts';

export const cover: Command = {
  name: 'cover',
  also: ['deputy', 'holiday', 'leave-cover'],
  says: 'Ask a colleague to stand in while you are away: “cover @name until 12 Dec”',
  permission: 'ask for cover',
  run: async (interaction, words) => {
    const present = coverOf(await interaction.ccgStore.register(), interaction.person.id);
    if (!words && present) {
      const until = formatDay(present.until, interaction.now);
      return {
        reply: textMessage(
          `${present.deputy.name} stands in for you until ${until}.`,
          actionsBlock(button('end_cover', 'I am back', {})),
        ),
      };
    }
    return words ? askInWords(interaction, words) : { modal: formToFill };
  },
};

/** “@name until 12 Dec”: everything after the word “until” is the day. */
const askInWords = async (interaction: MemberInteraction, words: string): Promise<Response> => {
  const [name = '', day] = words.split(/\buntil\b|\btill?\b/i).map((part) => part.trim());
  const until = readDay(day ?? '', interaction.now);
  if (!until)
    return {
      reply: textMessage(
        `Until when? Type “${interaction.slashCommand} cover @name until 12 December”.`,
      ),
    };
  const deputy = await findColleague(interaction, name);
  if (isRefusal(deputy)) return { reply: textMessage(deputy.refused) };
  const said = await askForCover(interaction, deputy, until);
  return isRefusal(said) ? { reply: textMessage(said.refused) } : { reply: said, runJobsNow: true };
};

const formToFill = modal('cover', {
  title: 'Cover',
  submit: 'Ask them',
  carries: {},
  blocks: [
    choosePerson({ id: 'colleague', label: 'Who stands in for you?' }),
    chooseDay({ id: 'until', label: 'Until which day?', hint: 'The last day you are away.' }),
    contextBlock(
      'Once they agree, what your roles are asked goes to them, and you hear nothing. Your ' +
        'seats stay yours.',
    ),
  ],
});
