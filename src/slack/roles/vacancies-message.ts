// Empty seats by group, for engagement leads.
import { z } from 'zod';
import { vacancies as free } from '../../domain/roles/register.ts';
import { type Empty, type EmptyGroup, refuseInvitation } from '../../domain/roles/vacancies.ts';
import { pluralise } from '../../domain/text/words.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import {
  type Block,
  contextBlock,
  escapeMrkdwn,
  header,
  type Message,
  section,
} from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';

/** Asks a practice's people, once a quarter, whether one of them would take its free seat. */
export const invitePractice = defineButton(
  'invite_practice',
  z.object({ role: z.string(), practice: z.string() }),
);

/** Slack takes 50 blocks a message. */
const MAX_SHOWN = 40;

/**
 * By group and in alphabetical order, each practice with how long its seat has been empty and a
 * button that invites its people.
 */
export const vacancyMessage = async (
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
    .filter(({ place }) => !place.practiceCode)
    .map((each) => describeEmpty(interaction, each));
  const practices = empty
    .filter(({ place }) => place.practiceCode)
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
  const { role, place, title, invitedAt } = each;
  const value = { role: role.key, practice: place.practiceCode ?? '' };
  const invite = invitePractice('Invite', value, { confirm: confirmation(title) });
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
