import { isRefusal } from '../../domain/refusal.ts';
import { coverOf } from '../../domain/roles/register.ts';
import { sayDay } from '../../domain/time/calendar.ts';
import type { Command, MemberVisit, Say } from '../bolt/interaction.ts';
import { findColleague } from '../people/colleagues.ts';
import { buttons, chooseDay, choosePerson, context, plain } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';
import { readDay } from '../ui/dates.ts';
import { modal } from '../ui/modals.ts';
import { askForCover } from './covering.ts';

export const cover: Command = {
  name: 'cover',
  also: ['deputy', 'holiday', 'leave-cover'],
  says: 'Ask a colleague to stand in while you are away: “cover @name until 12 Dec”',
  act: 'ask for cover',
  run: async (visit, words) => {
    const present = coverOf(await visit.home.register(), visit.person.id);
    if (!words && present) {
      const until = sayDay(present.until, visit.now);
      return {
        reply: plain(`${present.deputy.name} stands in for you until ${until}.`, buttons(button('end_cover', 'I am back', {}))),
      };
    }
    return words ? askInWords(visit, words) : { modal: formToFill };
  },
};

/** “@name until 12 Dec”: everything after the word “until” is the day. */
const askInWords = async (visit: MemberVisit, words: string): Promise<Say> => {
  const [name = '', day] = words.split(/\buntil\b|\btill?\b/i).map((part) => part.trim());
  const until = readDay(day ?? '', visit.now);
  if (!until) return { reply: plain(`Until when? Type “${visit.slashCommand} cover @name until 12 December”.`) };
  const deputy = await findColleague(visit, name);
  if (isRefusal(deputy)) return { reply: plain(deputy.refused) };
  const said = await askForCover(visit, deputy, until);
  return isRefusal(said) ? { reply: plain(said.refused) } : { reply: said, wake: true };
};

const formToFill = modal('cover', {
  title: 'Cover',
  submit: 'Ask them',
  carries: {},
  blocks: [
    choosePerson({ id: 'colleague', label: 'Who stands in for you?' }),
    chooseDay({ id: 'until', label: 'Until which day?', hint: 'The last day you are away.' }),
    context('Once they agree, what your roles are asked goes to them, and you hear nothing. Your seats stay yours.'),
  ],
});
