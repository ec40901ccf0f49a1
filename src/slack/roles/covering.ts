// Cover: asking a colleague to stand in until a day.

import type { Member } from '../../domain/people/people.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { decideCover } from '../../domain/roles/cover.ts';
import { lapseOf, planAtOnce } from '../../domain/roles/requests.ts';
import { formatDay } from '../../domain/time/calendar.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { type Message, textMessage } from '../ui/blocks.ts';

/** Asks a colleague to stand in for the visitor until the end of a day. */
export const askForCover = async (
  interaction: MemberInteraction,
  deputy: Member | undefined,
  until: Date,
): Promise<Message | Refusal> => {
  const { ccgStore, person, ccg, now } = interaction;
  const decision = decideCover({ person, deputy, until }, now);
  if (isRefusal(decision)) return decision;
  const toId = deputy?.id ?? '';
  const lapsesAt = new Date(Math.min(lapseOf(now).getTime(), until.getTime()));
  const plan = planAtOnce(ccg.settings, now, lapsesAt);
  const request = {
    kind: 'cover',
    fromId: person.id,
    toId,
    until,
    lapsesAt,
    recipients: [toId],
    plan,
  } as const;
  const isNew = await ccgStore.requests.open(request, now);
  return textMessage(
    isNew
      ? `${deputy?.name} is asked to stand in for you until ${formatDay(until, now)}. Once ` +
          'they agree, what your roles are asked goes to them; your seats stay yours.'
      : `${deputy?.name} has been asked already. You hear from us once they have answered.`,
  );
};
