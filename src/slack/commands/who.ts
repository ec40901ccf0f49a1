import { findable } from '../../domain/practices.ts';
import type { Register } from '../../domain/register.ts';
import { search } from '../../domain/search.ts';
import { type Block, plain } from '../blocks.ts';
import { answerMessage, personCard, practiceCard, roleCard } from '../messages/who.ts';
import type { Command, MemberVisit } from '../visit.ts';

/** More than this is a list, not an answer. */
const MOST_CARDS = 3;

export const who: Command = {
  name: 'who',
  also: ['find', 'whois'],
  usage: 'who diabetes',
  says: 'See who holds a role, or who is who at a practice',
  act: 'look up',
  run: async (visit, words) => {
    const register = await visit.home.register();
    if (!words)
      return {
        reply: plain(
          `Type whom you are looking for: “${visit.slashCommand} who diabetes”, or part of a practice’s or a person’s name.`,
        ),
      };
    const cards = search(everything(register, visit), words)
      .slice(0, MOST_CARDS)
      .map(({ draw }) => draw());
    return { reply: cards.length > 0 ? answerMessage(`Who: ${words}`, cards) : plain(nobody(words)) };
  },
};

const nobody = (words: string) =>
  `Nothing here sounds like “${words}”. Try a clinical area, a town, or part of a practice’s or a person’s name.`;

/** Roles, practices and people in one list, so that one search finds whichever was meant. */
const everything = (register: Register, { ccg }: MemberVisit) => [
  ...register.roles.map((role) => ({ name: role.title, also: role.synonyms, draw: (): Block[] => roleCard(register, role) })),
  ...register.practices.map((practice) => ({
    ...findable(practice),
    draw: (): Block[] => practiceCard(register, practice, ccg.settings),
  })),
  ...register.members.map((member) => ({ name: member.name, draw: (): Block[] => personCard(register, member, ccg.settings) })),
];
