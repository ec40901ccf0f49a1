import { describeOwnTime, timeAway } from '../../domain/people/availability.ts';
import { practicesLedBy } from '../../domain/people/lighter-touch.ts';
import { countInWords } from '../../domain/text/words.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import type { Command } from '../bolt/legacy.ts';
import { actionsBlock, divider, escapeMrkdwn, section, textMessage } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';
import { touchBlocks } from './lighter-touch-message.ts';

export const quiet: Command = {
  name: 'quiet',
  also: ['pause', 'away', 'snooze', 'days'],
  usage: 'quiet',
  says: 'When we may write to you: no messages for a while, the days you work, time away',
  permission: 'go quiet',
  run: (interaction, words) =>
    /^(my )?(practice|surgery)$/i.test(words.trim())
      ? forPractices(interaction)
      : forOneself(interaction),
};

const forOneself = async ({
  person,
  ccg,
  userRoles,
  now,
}: MemberInteraction): Promise<Response> => {
  const own = describeOwnTime(person, now);
  const state =
    own.length > 0
      ? own.join(' ')
      : `You get at most ${countInWords(ccg.settings.weekly_prompts, 'question')} a week from ` +
        'us, besides what colleagues ask you.';
  const isQuiet =
    (person.quietUntil !== null && person.quietUntil > now) || timeAway(person, now) !== undefined;
  const practice = button('run_command', 'My practice', { command: 'quiet', words: 'practice' });
  return {
    reply: {
      text: 'Quiet time',
      blocks: [
        section(
          `*Quiet time.* ${escapeMrkdwn(state)} How long would you like to hear nothing from ` +
            'us? Your roles stay as they are, and nobody is told.',
        ),
        actionsBlock(
          button('go_quiet', 'A week', { weeks: 1 }),
          button('go_quiet', 'A month', { weeks: 4 }),
          button('go_quiet', 'Three months', { weeks: 13 }),
          ...(isQuiet ? [button('go_quiet', 'Ask me again', { weeks: 0 })] : []),
        ),
        actionsBlock(
          button('choose_days', 'Days I work, and time away', {}),
          ...(userRoles.includes('practice_lead') ? [practice] : []),
        ),
      ],
    },
  };
};

/** A practice's own leads may ask for it to be asked less. */
const forPractices = async ({ person, ccg, ccgStore }: MemberInteraction): Promise<Response> => {
  const practices = practicesLedBy(person, await ccgStore.register());
  if (practices.length === 0)
    return {
      reply: textMessage(
        `That is for a practice’s own confirmed ${ccg.settings.practice_lead}s. Your own ` +
          'quiet time is “quiet”.',
      ),
    };
  return {
    reply: {
      text: 'A lighter touch',
      blocks: practices.flatMap((practice, at) => [
        ...(at > 0 ? [divider] : []),
        ...touchBlocks(practice),
      ]),
    },
  };
};
