// Cover: asking a colleague to stand in until a day.

import type { Member } from '../../domain/people/people.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { decideCover } from '../../domain/roles/cover.ts';
import { lapseOf, planAtOnce } from '../../domain/roles/requests.ts';
import { sayDay } from '../../domain/time/calendar.ts';
import type { MemberVisit } from '../bolt/interaction.ts';
import { type Message, plain } from '../ui/blocks.ts';

/** Asks a colleague to stand in for the visitor until the end of a day. */
export const askForCover = async (visit: MemberVisit, deputy: Member | undefined, until: Date): Promise<Message | Refusal> => {
  const { home, person, ccg, now } = visit;
  const decision = decideCover({ person, deputy, until }, now);
  if (isRefusal(decision)) return decision;
  const toId = deputy?.id ?? '';
  const lapsesAt = new Date(Math.min(lapseOf(now).getTime(), until.getTime()));
  const plan = planAtOnce(ccg.settings, now, lapsesAt);
  const request = { kind: 'cover', fromId: person.id, toId, until, lapsesAt, recipients: [toId], plan } as const;
  const isNew = await home.requests.open(request, now);
  return plain(
    isNew
      ? `${deputy?.name} is asked to stand in for you until ${sayDay(until, now)}. Once they agree, what your roles are asked goes to them; your seats stay yours.`
      : `${deputy?.name} has been asked already. You hear from us once they have answered.`,
  );
};
