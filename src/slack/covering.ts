// Cover: asking a colleague to stand in until a day.
import { sayDay } from '../domain/calendar.ts';
import { decideCover } from '../domain/cover.ts';
import type { Member } from '../domain/people.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { lapseOf, planAtOnce } from '../domain/requests.ts';
import { type Message, plain } from './blocks.ts';
import type { MemberVisit } from './visit.ts';

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
