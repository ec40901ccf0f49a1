// Quiet time: no messages for some weeks. A practice's leads may ask for less for all of it.
import { z } from 'zod';
import { describeOwnTime, timeAway } from '../../domain/people/availability.ts';
import { practicesLedBy } from '../../domain/people/lighter-touch.ts';
import type { Member } from '../../domain/people/people.ts';
import { reschedule } from '../../domain/sending/reschedule.ts';
import { countInWords } from '../../domain/text/words.ts';
import { addDays, formatDay } from '../../domain/time/calendar.ts';
import { type Command, type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { actionsBlock, divider, escapeMrkdwn, section, textMessage } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';
import { openCommand } from '../ui/open-command.ts';
import { chooseDays } from './availability.ts';
import { touchBlocks } from './lighter-touch-message.ts';

/** No weeks: it ends. */
const goQuiet = defineButton('go_quiet', z.object({ weeks: z.int().min(0).max(26) }));

const command: Command = {
  name: 'quiet',
  also: ['pause', 'away', 'snooze', 'days'],
  usage: 'quiet',
  description: 'When we may write to you: no messages for a while, the days you work, time away',
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
  const practice = openCommand('My practice', { command: 'quiet', words: 'practice' });
  return {
    reply: {
      text: 'Quiet time',
      blocks: [
        section(
          `*Quiet time.* ${escapeMrkdwn(state)} How long would you like to hear nothing from ` +
            'us? Your roles stay as they are, and nobody is told.',
        ),
        actionsBlock(
          goQuiet('A week', { weeks: 1 }),
          goQuiet('A month', { weeks: 4 }),
          goQuiet('Three months', { weeks: 13 }),
          ...(isQuiet(person, now) ? [goQuiet('Ask me again', { weeks: 0 })] : []),
        ),
        actionsBlock(
          chooseDays('Days I work, and time away', {}),
          ...(userRoles.includes('practice_lead') ? [practice] : []),
        ),
      ],
    },
  };
};

const isQuiet = (person: Member, now: Date) =>
  (person.quietUntil !== null && person.quietUntil > now) || timeAway(person, now) !== undefined;

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

/** Ending it ends a time away, too. What waits for them is rescheduled. */
const changeQuiet = async (
  { ccgStore, person, ccg, now }: MemberInteraction,
  weeks: number,
): Promise<Response> => {
  const until = weeks > 0 ? addDays(now, weeks * 7) : null;
  const change = until
    ? { quietUntil: until }
    : { quietUntil: null, awayFrom: null, awayUntil: null };
  await ccgStore.people.changeAvailability(person.id, change, reschedule(ccg.settings, now), now);
  const words = until
    ? `Understood. You hear nothing from us until ${formatDay(until, now)}. You can start ` +
      'again at any time.'
    : 'Welcome back. You get our messages as usual.';
  return { replace: textMessage(words), home: true };
};

export const quiet: Feature = {
  commands: [command],
  buttons: [
    onTap(goQuiet, {
      permission: 'go quiet',
      run: (interaction, { weeks }) => changeQuiet(interaction, weeks),
    }),
  ],
};
