import { vacancies as free } from '../../domain/roles/register.ts';
import { type Empty, type EmptyGroup, emptySeats, refuseInvitation } from '../../domain/roles/vacancies.ts';
import { search } from '../../domain/text/search.ts';
import { count } from '../../domain/text/words.ts';
import { sayDay } from '../../domain/time/calendar.ts';
import type { Command, MemberVisit } from '../bolt/interaction.ts';
import { type Block, context, header, type Message, plain, safe, section } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

/** Slack takes 50 blocks a message. */
const MOST_SHOWN = 40;

export const vacancies: Command = {
  name: 'vacancies',
  also: ['vacant', 'gaps'],
  usage: 'vacancies',
  says: 'Which seats are free, for how long, and inviting practices to fill them',
  act: 'read vacancies',
  run: async (visit, words) => {
    const groups = await emptyGroups(visit);
    const found = words ? search(groups, words) : groups;
    return { reply: found.length > 0 ? await vacancyMessage(visit, found) : plain(nothing(words, groups)) };
  },
};

const emptyGroups = async ({ home, ccg }: MemberVisit): Promise<EmptyGroup[]> => {
  const [register, endedAt, invitedAt] = await Promise.all([
    home.register(),
    home.vacancies.endedAt(),
    home.vacancies.invitedAt(),
  ]);
  return emptySeats(register, endedAt, invitedAt, ccg.settings);
};

const nothing = (words: string, groups: readonly EmptyGroup[]) =>
  groups.length > 0
    ? `No seat is empty under “${words}”. Type “vacancies” alone to see them all.`
    : 'Every practice has somebody, and so has every role.';

/** By group and in alphabetical order, each practice with how long its seat has been empty and a button that invites its people. */
const vacancyMessage = async (visit: MemberVisit, groups: readonly EmptyGroup[]): Promise<Message> => {
  const blocks = groups.flatMap(({ name, empty }) => [section(`*${safe(name)}*`), ...sayGroup(visit, empty)]);
  const rest = blocks.length - MOST_SHOWN;
  const partly = free(await visit.home.register()).filter(({ role, free: seats }) => seats < role.seats).length;
  return {
    text: `${count(groups.flatMap(({ empty }) => empty).length, 'role')} with nobody`,
    blocks: [
      header('Vacancies'),
      ...blocks.slice(0, MOST_SHOWN),
      ...(rest > 0
        ? [
            context(
              `and ${rest} lines more. Name a group to see its own, such as “${visit.slashCommand} vacancies ${safe(groups[0]?.name ?? '')}”.`,
            ),
          ]
        : []),
      context(
        partly > 0
          ? `${count(partly, 'other role has', 'other roles have')} somebody and room for one more.`
          : 'No other role has room.',
      ),
    ],
  };
};

/** What can be invited has a line and a button of its own; the rest is one paragraph. */
const sayGroup = (visit: MemberVisit, empty: readonly Empty[]): Block[] => {
  const lines = empty.filter(({ place }) => !place.practiceCode).map((each) => sayEmpty(visit, each));
  const practices = empty.filter(({ place }) => place.practiceCode).map((each) => withInvitation(visit, each));
  return [...practices, ...(lines.length > 0 ? [section(lines.join('\n'))] : [])];
};

const sayEmpty = ({ now }: MemberVisit, { title, since, invitedAt }: Empty) => {
  const howLong = since ? `empty since ${sayDay(since, now)}` : 'nobody yet';
  return `${safe(title)}: ${howLong}${invitedAt ? `, invited ${sayDay(invitedAt, now)}` : ''}`;
};

const withInvitation = (visit: MemberVisit, each: Empty): Block => {
  const { role, place, title, invitedAt } = each;
  const value = { role: role.key, practice: place.practiceCode ?? '' };
  const invite = button('invite_practice', 'Invite', value, { confirm: confirmation(title) });
  return section(sayEmpty(visit, each), ...(refuseInvitation(invitedAt, visit.now) ? [] : [invite]));
};

const confirmation = (title: string) => ({
  title: 'Invite this practice?',
  text: `Everyone at ${title} is asked once, each within their week. Not again for three months.`,
  yes: 'Invite them',
});
