// Taking a seat, however it was asked for: from the command, a button or the form.

import type { Member } from '../../domain/people/people.ts';
import type { Practice } from '../../domain/people/practices.ts';
import { isRefusal, type Refusal, refuse } from '../../domain/refusal.ts';
import { decideClaim } from '../../domain/roles/claim.ts';
import { confirmers } from '../../domain/roles/confirmation.ts';
import { type Candidate, scopesToClaim } from '../../domain/roles/eligibility.ts';
import { holders, type Register } from '../../domain/roles/register.ts';
import { lapseOf, planAtOnce } from '../../domain/roles/requests.ts';
import { type Role, type SeatScope, titleAt } from '../../domain/roles/roles.ts';
import type { AskToConfirm } from '../../store/roles/holdings.ts';
import type { MemberInteraction } from '../bolt/interaction.ts';
import { actionsBlock, type Message, textMessage } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

export type ClaimableSeat = {
  readonly role: Role;
  readonly place: SeatScope;
  readonly practice: Practice | undefined;
};

/**
 * The seats a person could ask for, of some roles: at their own practices, in their localities, or
 * CCG-wide.
 */
export const seatsFor = async (
  interaction: MemberInteraction,
  roles: readonly Role[],
): Promise<ClaimableSeat[]> => {
  const practices = await practicesOf(interaction, interaction.person);
  return roles.flatMap((role) =>
    scopesToClaim(role, practices).map((context) => ({
      role,
      place: context,
      practice: practices.find(({ code }) => code === context.practiceCode),
    })),
  );
};

/**
 * Takes a seat for the visitor, or says why not; where all are taken, offers to ask their holders.
 * `known`: the register as just read.
 */
export const takeSeat = async (
  interaction: MemberInteraction,
  seat: Pick<ClaimableSeat, 'role' | 'place'>,
  known?: Register,
  tries = 10,
): Promise<Message | Refusal> => {
  const { ccgStore, now } = interaction;
  const [register, person] = await Promise.all([
    known ?? ccgStore.register(),
    ccgStore.people.byId(interaction.person.id),
  ]);
  const current = seatOfValue(register, seatValue(seat.role, seat.place));
  if (!person || person.deactivatedAt || !current)
    return refuse('seat_gone', 'This is no longer there to take, so nothing was changed.');
  const candidate = await candidateFor(interaction, current, person, register);
  const decision = decideClaim(candidate, now);
  if (isRefusal(decision))
    return decision.code === 'role_full' ? offerToAsk(decision, current) : decision;
  const toConfirm = await askToConfirm(interaction, register, { ...current, personId: person.id });
  const isTaken = await ccgStore.holdings.take(
    { ...current, personId: person.id, ...decision },
    toConfirm,
    now,
  );
  if (isTaken) return thanks(interaction, candidate, decision.confirmed);
  if (tries === 0) throw new Error('A seat that is free could not be taken.');
  // somebody was quicker: decide anew on what is true now
  return takeSeat(interaction, current, undefined, tries - 1);
};

/** What a decision about somebody and a seat needs to know. */
export const candidateFor = async (
  interaction: MemberInteraction,
  { role, place: context }: Pick<ClaimableSeat, 'role' | 'place'>,
  person: Member,
  register: Register,
): Promise<Candidate> => ({
  ...{ role, place: context, person, words: interaction.ccg.settings },
  holders: holders(register, role, context),
  practices: await practicesOf(interaction, person),
});

export const practicesOf = ({ ccgStore }: MemberInteraction, person: Member): Promise<Practice[]> =>
  ccgStore.practices.findAll(person.memberships.map(({ practiceCode }) => practiceCode));

/** The request that somebody confirm a seat that does not count at once. */
export const askToConfirm = async (
  { ccgStore, ccg, now }: MemberInteraction,
  register: Register,
  seat: { readonly role: Role; readonly place: SeatScope; readonly personId: string },
): Promise<AskToConfirm> => {
  const recipients = confirmers(seat, register, await ccgStore.people.leads());
  const lapsesAt = lapseOf(now);
  return {
    kind: 'confirm',
    fromId: seat.personId,
    lapsesAt,
    recipients,
    plan: planAtOnce(ccg.settings, now, lapsesAt),
  };
};

const offerToAsk = (
  { refused }: Refusal,
  { role, place: context }: Pick<ClaimableSeat, 'role' | 'place'>,
): Message =>
  textMessage(
    refused,
    actionsBlock(button('ask_to_take_over', 'Ask to take over', seatValue(role, context))),
  );

const thanks = (
  { ccg }: MemberInteraction,
  { role, place: context, practices }: Candidate,
  confirmed: boolean,
) => {
  const practice = practices.find(({ code }) => code === context.practiceCode);
  const title = titleAt(role, context, practice);
  const words = confirmed
    ? `Thank you. You are now ${title}.`
    : `Thank you. You are down as ${title}, to be confirmed by the ` +
      `${ccg.settings.organisation}. Nothing else is needed from you.`;
  const declare =
    'One thing more: people in this role say what interests they have, or that they have none.';
  return textMessage(
    role.declares ? `${words} ${declare}` : words,
    actionsBlock(
      ...(role.declares
        ? [button('run_command', 'Declare interests', { command: 'interests', words: 'mine' })]
        : []),
      button('run_command', 'My roles', { command: 'me' }),
    ),
  );
};

/** What a button about a seat carries. */
export const seatValue = ({ key }: Role, { practiceCode, locality }: SeatScope) => ({
  role: key,
  ...(practiceCode ? { practice: practiceCode } : {}),
  ...(locality ? { locality } : {}),
});

/** The seat that a button is about, where its role is still in the list. */
export const seatOfValue = (
  register: Register,
  {
    role: key,
    practice,
    locality,
  }: { role: string; practice?: string | undefined; locality?: string | undefined },
): Pick<ClaimableSeat, 'role' | 'place'> | undefined => {
  const role = register.roles.find((each) => each.key === key);
  return role && { role, place: { practiceCode: practice ?? null, locality: locality ?? null } };
};

/**
 * A seat as one short word, for a choice in a list: “practice_lead@A81001”, “area_lead:diabetes@”.
 */
export const seatKey = ({ role, place: context }: Pick<ClaimableSeat, 'role' | 'place'>): string =>
  `${role.key}@${context.practiceCode ?? context.locality ?? ''}`;

/** The seat that a key stands for, where the visitor could ask for it. */
export const seatByKey = async (
  interaction: MemberInteraction,
  roles: readonly Role[],
  key: string,
): Promise<ClaimableSeat | undefined> =>
  (await seatsFor(interaction, roles)).find((seat) => seatKey(seat) === key);
