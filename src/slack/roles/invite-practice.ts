import { isRefusal, refuse } from '../../domain/refusal.ts';
import { mayHold } from '../../domain/roles/eligibility.ts';
import { holders } from '../../domain/roles/register.ts';
import { REQUEST_SECONDS } from '../../domain/roles/requests.ts';
import { refuseInvitation, seatOf } from '../../domain/roles/vacancies.ts';
import { planWhereFree } from '../../domain/sending/planning.ts';
import { pluralise } from '../../domain/text/words.ts';
import { addMonths } from '../../domain/time/calendar.ts';
import type { Action, MemberInteraction } from '../bolt/interaction.ts';
import { textMessage } from '../ui/blocks.ts';
import { membersAt } from './who-message.ts';

/** Asks a practice's people, once a quarter, whether one of them would take its free seat. */
export const invitePractice: Action<'invite_practice'> = {
  tap: 'invite_practice',
  permission: 'invite a practice',
  run: async (interaction, { role: roleKey, practice: practiceCode }) => {
    const invited = await invite(interaction, roleKey, practiceCode);
    return { reply: textMessage(isRefusal(invited) ? invited.refused : invited), home: true };
  },
};

const invite = async (
  { ccgStore, person, ccg, now }: MemberInteraction,
  roleKey: string,
  practiceCode: string,
) => {
  const [register, invitedAt] = await Promise.all([
    ccgStore.register(),
    ccgStore.vacancies.invitedAt(),
  ]);
  const role = register.roles.find(({ key }) => key === roleKey);
  const practice = register.practices.find(({ code }) => code === practiceCode);
  const context = { practiceCode, locality: null };
  if (role?.scope !== 'practice' || !practice)
    return refuse('seat_gone', 'This seat is no longer in the list.');
  if (holders(register, role, context).length > 0)
    return refuse('seat_taken', `${practice.name} has somebody now, so nobody was asked.`);
  const tooSoon = refuseInvitation(invitedAt.get(seatOf(roleKey, context)) ?? null, now);
  if (tooSoon) return tooSoon;
  const recipients = membersAt(register, practice).filter(
    (member) => mayHold(role, member) && member.slackId,
  );
  if (recipients.length === 0)
    return refuse(
      'nobody_reachable',
      `Nobody at ${practice.name} has a Slack account here yet, so nobody was asked.`,
    );
  const lapsesAt = addMonths(now, 1);
  const isInvited = await ccgStore.vacancies.invite(
    {
      ...{ kind: 'vacancy', fromId: person.id, roleKey, practiceCode, lapsesAt },
      recipients: recipients.map(({ id }) => id),
      plan: planWhereFree(ccg.settings, REQUEST_SECONDS, lapsesAt, now),
    },
    now,
  );
  const people = pluralise(recipients.length, 'person', 'people');
  return isInvited
    ? `${people} at ${practice.name} will be asked, each within their week. It is an ` +
        'invitation: no reply is needed, and nobody is reminded.'
    : refuse('invited_recently', 'Somebody has invited them at this very moment.');
};
