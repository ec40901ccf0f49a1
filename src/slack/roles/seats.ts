// Taking a seat, however it was asked for: from the command, a button or the form.

import type { Member } from '../../domain/people/people.ts';
import type { Practice } from '../../domain/people/practices.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { decideClaim } from '../../domain/roles/claim.ts';
import { confirmers } from '../../domain/roles/confirmation.ts';
import { type Candidate, placesToClaim } from '../../domain/roles/eligibility.ts';
import { holders, type Register } from '../../domain/roles/register.ts';
import { lapseOf, planAtOnce } from '../../domain/roles/requests.ts';
import { type Place, type Role, titleAt } from '../../domain/roles/roles.ts';
import type { AskToConfirm } from '../../store/roles/holdings.ts';
import type { MemberVisit } from '../bolt/interaction.ts';
import { buttons, type Message, plain } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

export type Seat = { readonly role: Role; readonly place: Place; readonly practice: Practice | undefined };

/** The seats a person could ask for, of some roles: at their own practices, in their localities, or CCG-wide. */
export const seatsFor = async (visit: MemberVisit, roles: readonly Role[]): Promise<Seat[]> => {
  const practices = await practicesOf(visit, visit.person);
  return roles.flatMap((role) =>
    placesToClaim(role, practices).map((place) => ({
      role,
      place,
      practice: practices.find(({ code }) => code === place.practiceCode),
    })),
  );
};

/** Takes a seat for the visitor, or says why not; where all are taken, offers to ask their holders. `known`: the register as just read. */
export const takeSeat = async (
  visit: MemberVisit,
  seat: Pick<Seat, 'role' | 'place'>,
  known?: Register,
  tries = 10,
): Promise<Message | Refusal> => {
  const { home, now } = visit;
  const [register, person] = await Promise.all([known ?? home.register(), home.people.byId(visit.person.id)]);
  const current = seatOfValue(register, seatValue(seat.role, seat.place));
  if (!person || person.deactivatedAt || !current) return refuse('This is no longer there to take, so nothing was changed.');
  const candidate = await candidateFor(visit, current, person, register);
  const decision = decideClaim(candidate, now);
  if (isRefusal(decision)) return 'full' in decision ? offerToAsk(decision, current) : decision;
  const toConfirm = await askToConfirm(visit, register, { ...current, personId: person.id });
  const isTaken = await home.holdings.take({ ...current, personId: person.id, ...decision }, toConfirm, now);
  if (isTaken) return thanks(visit, candidate, decision.confirmed);
  if (tries === 0) throw new Error('A seat that is free could not be taken.');
  return takeSeat(visit, current, undefined, tries - 1); // somebody was quicker: decide anew on what is true now
};

/** What a decision about somebody and a seat needs to know. */
export const candidateFor = async (
  visit: MemberVisit,
  { role, place }: Pick<Seat, 'role' | 'place'>,
  person: Member,
  register: Register,
): Promise<Candidate> => ({
  ...{ role, place, person, words: visit.ccg.settings },
  holders: holders(register, role, place),
  practices: await practicesOf(visit, person),
});

export const practicesOf = ({ home }: MemberVisit, person: Member): Promise<Practice[]> =>
  home.practices.findAll(person.memberships.map(({ practiceCode }) => practiceCode));

/** The request that somebody confirm a seat that does not count at once. */
export const askToConfirm = async (
  { home, ccg, now }: MemberVisit,
  register: Register,
  seat: { readonly role: Role; readonly place: Place; readonly personId: string },
): Promise<AskToConfirm> => {
  const recipients = confirmers(seat, register, await home.people.leads());
  const lapsesAt = lapseOf(now);
  return { kind: 'confirm', fromId: seat.personId, lapsesAt, recipients, plan: planAtOnce(ccg.settings, now, lapsesAt) };
};

const offerToAsk = ({ refused }: Refusal, { role, place }: Pick<Seat, 'role' | 'place'>): Message =>
  plain(refused, buttons(button('ask_to_take_over', 'Ask to take over', seatValue(role, place))));

const thanks = ({ ccg }: MemberVisit, { role, place, practices }: Candidate, confirmed: boolean) => {
  const practice = practices.find(({ code }) => code === place.practiceCode);
  const title = titleAt(role, place, practice);
  const words = confirmed
    ? `Thank you. You are now ${title}.`
    : `Thank you. You are down as ${title}, to be confirmed by the ${ccg.settings.organisation}. Nothing else is needed from you.`;
  const declare = 'One thing more: people in this role say what interests they have, or that they have none.';
  return plain(
    role.declares ? `${words} ${declare}` : words,
    buttons(
      ...(role.declares ? [button('run_command', 'Declare interests', { command: 'interests', words: 'mine' })] : []),
      button('run_command', 'My roles', { command: 'me' }),
    ),
  );
};

/** What a button about a seat carries. */
export const seatValue = ({ key }: Role, { practiceCode, locality }: Place) => ({
  role: key,
  ...(practiceCode ? { practice: practiceCode } : {}),
  ...(locality ? { locality } : {}),
});

/** The seat that a button is about, where its role is still in the list. */
export const seatOfValue = (
  register: Register,
  { role: key, practice, locality }: { role: string; practice?: string | undefined; locality?: string | undefined },
): Pick<Seat, 'role' | 'place'> | undefined => {
  const role = register.roles.find((each) => each.key === key);
  return role && { role, place: { practiceCode: practice ?? null, locality: locality ?? null } };
};

/** A seat as one short word, for a choice in a list: “practice_lead@A81001”, “area_lead:diabetes@”. */
export const seatKey = ({ role, place }: Pick<Seat, 'role' | 'place'>): string =>
  `${role.key}@${place.practiceCode ?? place.locality ?? ''}`;

/** The seat that a key stands for, where the visitor could ask for it. */
export const seatByKey = async (visit: MemberVisit, roles: readonly Role[], key: string): Promise<Seat | undefined> =>
  (await seatsFor(visit, roles)).find((seat) => seatKey(seat) === key);
