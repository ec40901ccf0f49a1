import { sayDay } from '../../domain/calendar.ts';
import { count } from '../../domain/words.ts';
import { buttons, safe, section } from '../blocks.ts';
import { button } from '../taps.ts';
import type { Command } from '../visit.ts';

export const quiet: Command = {
  name: 'quiet',
  also: ['pause', 'away', 'snooze'],
  usage: 'quiet',
  says: 'No messages for a while',
  act: 'go quiet',
  run: async ({ person, ccg, now }) => {
    const isQuiet = person.quietUntil !== null && person.quietUntil > now;
    const state =
      isQuiet && person.quietUntil
        ? `You get no messages until ${sayDay(person.quietUntil, now)}.`
        : `You get our messages as usual: at most ${count(ccg.settings.weekly_prompts, 'message')} a week.`;
    const choices = [
      button('go_quiet', 'A week', { weeks: 1 }),
      button('go_quiet', 'A month', { weeks: 4 }),
      button('go_quiet', 'Three months', { weeks: 13 }),
    ];
    return {
      reply: {
        text: 'Quiet time',
        blocks: [
          section(
            `*Quiet time.* ${safe(state)} How long would you like to hear nothing from us? Your roles stay as they are, and nobody is told.`,
          ),
          buttons(...choices, ...(isQuiet ? [button('go_quiet', 'Start again', { weeks: 0 })] : [])),
        ],
      },
    };
  },
};
