import { canChooseLighterTouch } from '../../domain/people/lighter-touch.ts';
import { isAllowed } from '../../domain/people/permissions.ts';
import { findable, type Practice } from '../../domain/people/practices.ts';
import { peopleAt, type Register } from '../../domain/roles/register.ts';
import { search } from '../../domain/text/search.ts';
import { capitalise } from '../../domain/text/words.ts';
import type { Command, Feature } from '../bolt/feature.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { mentioned } from '../people/colleagues.ts';
import { noteButtons } from '../people/contacts.ts';
import { touchLine } from '../people/lighter-touch-message.ts';
import { type Block, textMessage } from '../ui/blocks.ts';
import { answerMessage, personCard, practiceCard, roleCard, type WhoFacts } from './who-message.ts';

/** More than this is a list, not an answer. */
const MAX_CARDS = 3;

const command: Command = {
  name: 'who',
  also: ['find', 'whois'],
  usage: 'who diabetes',
  description: 'See who holds a role, or who is who at a practice',
  permission: 'look up',
  run: async (interaction, words) => {
    const register = await interaction.ccgStore.register();
    if (!words)
      return {
        reply: textMessage(
          `${everyLevel(register, interaction)} Type whom you are looking for: ` +
            `“${interaction.slashCommand} who diabetes”, or part of a practice’s or a person’s ` +
            'name.',
        ),
      };
    const slackId = mentioned(words);
    const asked =
      register.members.find((member) => slackId && member.slackId === slackId)?.name ?? words;
    const cards = search(everything(interaction, register), asked)
      .slice(0, MAX_CARDS)
      .map(({ draw }) => draw());
    return {
      reply: cards.length > 0 ? answerMessage(`Who: ${words}`, cards) : textMessage(nobody(words)),
    };
  },
};

/** How many people take part at each level, and that every practice is in. */
const everyLevel = (register: Register, { ccg }: MemberInteraction) => {
  const { settings: words } = ccg;
  const levels = (['leadership', 'area_lead', 'practice_lead'] as const).map(
    (level) => `${capitalise(words[level])}: ${peopleAt(register, level)}`,
  );
  const everyone =
    `${capitalise(words.everyday)}: all ${register.members.length} people of all ` +
    `${register.practices.length} practices`;
  return `${[...levels, everyone].join(' · ')}.`;
};

const nobody = (words: string) =>
  `Nothing here sounds like “${words}”. Try a clinical area, a town, or part of a practice’s ` +
  'or a person’s name.';

/** Roles, practices and people in one list, so that one search finds whichever was meant. */
const everything = ({ ccg, now, userRoles, person }: MemberInteraction, register: Register) => {
  const look: WhoFacts = { register, words: ccg.settings, now };
  const noting = (practice: Practice) =>
    isAllowed(userRoles, 'note a contact') ? [noteButtons(practice)] : [];
  const touching = (practice: Practice) =>
    canChooseLighterTouch(person, practice, register) ? [touchLine(practice)] : [];
  return [
    ...register.roles.map((role) => ({
      name: role.title,
      also: role.synonyms,
      draw: (): Block[] => roleCard(look, role),
    })),
    ...register.practices.map((practice) => ({
      ...findable(practice),
      draw: (): Block[] => [
        ...practiceCard(look, practice),
        ...noting(practice),
        ...touching(practice),
      ],
    })),
    ...register.members.map((member) => ({
      name: member.name,
      draw: (): Block[] => personCard(look, member),
    })),
  ];
};

export const who: Feature = { commands: [command] };
