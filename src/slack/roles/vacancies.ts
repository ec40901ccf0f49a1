// Empty seats, and inviting a practice's people to take one.
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { mayHold } from '../../domain/roles/eligibility.ts';
import { holders } from '../../domain/roles/register.ts';
import { REQUEST_SECONDS } from '../../domain/roles/requests.ts';
import {
  type EmptyGroup,
  emptySeats,
  refuseInvitation,
  seatOf,
} from '../../domain/roles/vacancies.ts';
import { planWhereFree } from '../../domain/sending/planning.ts';
import { search } from '../../domain/text/search.ts';
import { pluralise } from '../../domain/text/words.ts';
import { addMonths } from '../../domain/time/calendar.ts';
import { type Command, type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { textMessage } from '../ui/blocks.ts';
import { invitePractice, vacancyMessage } from './vacancies-message.ts';
import { membersAt } from './who-message.ts';

const command: Command = {
  name: 'vacancies',
  also: ['vacant', 'gaps'],
  usage: 'vacancies',
  description: 'Which seats are free, for how long, and inviting practices to fill them',
  permission: 'read vacancies',
  run: async (interaction, words) => {
    const groups = await emptyGroups(interaction);
    const found = words ? search(groups, words) : groups;
    return {
      reply:
        found.length > 0
          ? await vacancyMessage(interaction, found)
          : textMessage(describeNone(words, groups)),
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

const describeNone = (words: string, groups: readonly EmptyGroup[]) =>
  groups.length > 0
    ? `No seat is empty under “${words}”. Type “vacancies” alone to see them all.`
    : 'Every practice has somebody, and so has every role.';

/** Invites those of a practice's people who could hold the role, where it is empty still. */
const invite = async (
  { ccgStore, person, ccg, now }: MemberInteraction,
  roleKey: string,
  practiceCode: string,
): Promise<string | Refusal> => {
  const [register, invitedAt] = await Promise.all([
    ccgStore.register(),
    ccgStore.vacancies.invitedAt(),
  ]);
  const role = register.roles.find(({ key }) => key === roleKey);
  const practice = register.practices.find(({ code }) => code === practiceCode);
  const place = { practiceCode, locality: null };
  if (role?.scope !== 'practice' || !practice)
    return refuse('seat_gone', 'This seat is no longer in the list.');
  if (holders(register, role, place).length > 0)
    return refuse('seat_taken', `${practice.name} has somebody now, so nobody was asked.`);
  const tooSoon = refuseInvitation(invitedAt.get(seatOf(roleKey, place)) ?? null, now);
  if (tooSoon) return tooSoon;
  const recipients = membersAt(register, practice)
    .filter((member) => mayHold(role, member) && member.slackId)
    .map(({ id }) => id);
  if (recipients.length === 0)
    return refuse(
      'nobody_reachable',
      `Nobody at ${practice.name} has a Slack account here yet, so nobody was asked.`,
    );
  const lapsesAt = addMonths(now, 1);
  const plan = planWhereFree(ccg.settings, REQUEST_SECONDS, lapsesAt, now);
  const request = { fromId: person.id, roleKey, practiceCode, lapsesAt, recipients, plan };
  const isInvited = await ccgStore.vacancies.invite({ kind: 'vacancy', ...request }, now);
  return isInvited
    ? describeInvited(recipients.length, practice.name)
    : refuse('invited_recently', 'Somebody has invited them at this very moment.');
};

const describeInvited = (asked: number, practice: string) =>
  `${pluralise(asked, 'person', 'people')} at ${practice} will be asked, each within their week. ` +
  'It is an invitation: no reply is needed, and nobody is reminded.';

export const vacancies: Feature = {
  commands: [command],
  buttons: [
    onTap(invitePractice, {
      permission: 'invite a practice',
      run: async (interaction, { role, practice }) => {
        const invited = await invite(interaction, role, practice);
        return { reply: textMessage(isRefusal(invited) ? invited.refused : invited), home: true };
      },
    }),
  ],
};
