// Taking a seat, however it was asked for: from the command, a button or the form.
import { decideClaim, placesToClaim } from '../domain/claim.ts';
import type { Practice } from '../domain/practices.ts';
import { isRefusal, type Refusal } from '../domain/refusal.ts';
import { holders } from '../domain/register.ts';
import { type Place, type Role, titleAt } from '../domain/roles.ts';
import { buttons, type Message, plain } from './blocks.ts';
import { button } from './taps.ts';
import type { MemberVisit } from './visit.ts';

export type Seat = { readonly role: Role; readonly place: Place; readonly practice: Practice | undefined };

/** The seats a person could ask for, of some roles: at their own practices, in their localities, or CCG-wide. */
export const seatsFor = async (visit: MemberVisit, roles: readonly Role[]): Promise<Seat[]> => {
  const practices = await ownPractices(visit);
  return roles.flatMap((role) =>
    placesToClaim(role, practices).map((place) => ({
      role,
      place,
      practice: practices.find(({ code }) => code === place.practiceCode),
    })),
  );
};

/** Takes a seat for the visitor, or says why not. */
export const takeSeat = async (visit: MemberVisit, { role, place }: Pick<Seat, 'role' | 'place'>): Promise<Message | Refusal> => {
  const { home, person, now, ccg } = visit;
  const [register, practices] = await Promise.all([home.register(), ownPractices(visit)]);
  const decision = decideClaim(
    { role, place, person, practices, holders: holders(register, role, place), words: ccg.settings },
    now,
  );
  if (isRefusal(decision)) return decision;
  const isTaken = await home.holdings.take({ role, place, personId: person.id, ...decision }, now);
  if (!isTaken) return takeSeat(visit, { role, place }); // somebody was quicker: decide anew on what is true now
  return thanks(
    visit,
    titleAt(
      role,
      place,
      practices.find(({ code }) => code === place.practiceCode),
    ),
    decision.confirmed,
  );
};

const ownPractices = ({ home, person }: MemberVisit) =>
  home.practices.findAll(person.memberships.map(({ practiceCode }) => practiceCode));

const thanks = ({ ccg }: MemberVisit, title: string, confirmed: boolean) =>
  plain(
    confirmed
      ? `Thank you. You are now ${title}.`
      : `Thank you. You are down as ${title}, to be confirmed by the ${ccg.settings.organisation}. Nothing else is needed from you.`,
    buttons(button('run_command', 'My roles', { command: 'me' })),
  );

/** A seat as one short word, for a choice in a list: “practice_lead@A81001”, “area_lead:diabetes@”. */
export const seatKey = ({ role, place }: Pick<Seat, 'role' | 'place'>): string =>
  `${role.key}@${place.practiceCode ?? place.locality ?? ''}`;

/** The seat that a key stands for, where the visitor could ask for it. */
export const seatByKey = async (visit: MemberVisit, roles: readonly Role[], key: string): Promise<Seat | undefined> =>
  (await seatsFor(visit, roles)).find((seat) => seatKey(seat) === key);
