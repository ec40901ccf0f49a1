import { vacancies as free } from '../../domain/roles/register.ts';
import {
  type Empty,
  type EmptyGroup,
  emptySeats,
  refuseInvitation,
} from '../../domain/roles/vacancies.ts';
import { search } from '../../domain/text/search.ts';
import { pluralise } from '../../domain/text/words.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import type { Command } from '../bolt/legacy.ts';
import {
  type Block,
  contextBlock,
  escapeMrkdwn,
  header,
  type Message,
  section,
  textMessage,
} from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

/** Slack takes 50 blocks a message. */
const MAX_SHOWN = 40;

export const vacancies: Command = {
  name: 'vacancies',
  also: ['vacant', 'gaps'],
  usage: 'vacancies',
  says: 'Which seats are free, for how long, and inviting practices to fill them',
  permission: 'read vacancies',
  run: async (interaction, words) => {
    const groups = await emptyGroups(interaction);
    const found = words ? search(groups, words) : groups;
    return {
      reply:
        found.length > 0
          ? await vacancyMessage(interaction, found)
          : textMessage(nothing(words, groups)),
    };
  },
};

const emptyGroups = async ({ ccgStore, ccg }: MemberInteraction): Promise<EmptyGroup[]> => {
  const [register, endedAt, invitedAt] = await Promise.all([
    ccgStore.register(),
    ccgStore.vacancies.endedAt(),
    ccgStore.vacancies.invitedAt(),
  ]);
  return emptySeats(register, endedAt, invitedAt, ccg.settings);
};

const nothing = (words: string, groups: readonly EmptyGroup[]) =>
  groups.length > 0
    ? `No seat is empty under “${words}”. Type “vacancies” alone to see them all.`
    : 'Every practice has somebody, and so has every role.';

/**
 * By group and in alphabetical order, each practice with how long its seat has been empty and a
 * button that invites its people.
 */
const vacancyMessage = async (
  interaction: MemberInteraction,
  groups: readonly EmptyGroup[],
): Promise<Message> => {
  const blocks = groups.flatMap(({ name, empty }) => [
    section(`*${escapeMrkdwn(name)}*`),
    ...describeGroup(interaction, empty),
  ]);
  const rest = blocks.length - MAX_SHOWN;
  const partly = free(await interaction.ccgStore.register()).filter(
    ({ role, free: seats }) => seats < role.seats,
  ).length;
  return {
    text: `${pluralise(groups.flatMap(({ empty }) => empty).length, 'role')} with nobody`,
    blocks: [
      header('Vacancies'),
      ...blocks.slice(0, MAX_SHOWN),
      ...(rest > 0
        ? [
            contextBlock(
              `and ${rest} lines more. Name a group to see its own, such as ` +
                `“${interaction.slashCommand} vacancies ` +
                `${escapeMrkdwn(groups[0]?.name ?? '')}”.`,
            ),
          ]
        : []),
      contextBlock(
        partly > 0
          ? `${pluralise(partly, 'other role has', 'other roles have')} somebody and room for ` +
              'one more.'
          : 'No other role has room.',
      ),
    ],
  };
};

/** What can be invited has a line and a button of its own; the rest is one paragraph. */
const describeGroup = (interaction: MemberInteraction, empty: readonly Empty[]): Block[] => {
  const lines = empty
    .filter(({ place: context }) => !context.practiceCode)
    .map((each) => describeEmpty(interaction, each));
  const practices = empty
    .filter(({ place: context }) => context.practiceCode)
    .map((each) => withInvitation(interaction, each));
  return [...practices, ...(lines.length > 0 ? [section(lines.join('\n'))] : [])];
};

const describeEmpty = ({ now }: MemberInteraction, { title, since, invitedAt }: Empty) => {
  const howLong = since ? `empty since ${formatDay(since, now)}` : 'nobody yet';
  return (
    `${escapeMrkdwn(title)}: ` +
    `${howLong}${invitedAt ? `, invited ${formatDay(invitedAt, now)}` : ''}`
  );
};

const withInvitation = (interaction: MemberInteraction, each: Empty): Block => {
  const { role, place: context, title, invitedAt } = each;
  const value = { role: role.key, practice: context.practiceCode ?? '' };
  const invite = button('invite_practice', 'Invite', value, { confirm: confirmation(title) });
  return section(
    describeEmpty(interaction, each),
    ...(refuseInvitation(invitedAt, interaction.now) ? [] : [invite]),
  );
};

const confirmation = (title: string) => ({
  title: 'Invite this practice?',
  text: `Everyone at ${title} is asked once, each within their week. Not again for three months.`,
  yes: 'Invite them',
});
