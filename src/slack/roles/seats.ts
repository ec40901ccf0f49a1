// The seats that somebody could take, and how a button or a choice in a list names one.
import { z } from 'zod';
import type { Member } from '../../domain/people/people.ts';
import type { Practice } from '../../domain/people/practices.ts';
import { isRefusal, type Refusal } from '../../domain/refusal.ts';
import { type Candidate, scopesToClaim } from '../../domain/roles/eligibility.ts';
import { holders, type Register } from '../../domain/roles/register.ts';
import type { Role, SeatScope } from '../../domain/roles/roles.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { type Message, textMessage } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';

const seatSchema = z.object({
  role: z.string(),
  practice: z.string().optional(),
  locality: z.string().optional(),
});
export type SeatValue = z.infer<typeof seatSchema>;

export const claimSeat = defineButton('claim_seat', seatSchema);
export const askToTakeOver = defineButton('ask_to_take_over', seatSchema);

/** A role at a practice, in a locality, or of the whole CCG. */
export type Seat = { readonly role: Role; readonly place: SeatScope };
export type ClaimableSeat = Seat & { readonly practice: Practice | undefined };

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
    scopesToClaim(role, practices).map((place) => ({
      role,
      place,
      practice: practices.find(({ code }) => code === place.practiceCode),
    })),
  );
};

export const practicesOf = ({ ccgStore }: MemberInteraction, person: Member): Promise<Practice[]> =>
  ccgStore.practices.findAll(person.memberships.map(({ practiceCode }) => practiceCode));

/** What a decision about somebody and a seat needs to know. */
export const candidateFor = async (
  interaction: MemberInteraction,
  { role, place }: Seat,
  person: Member,
  register: Register,
): Promise<Candidate> => ({
  ...{ role, place, person, words: interaction.ccg.settings },
  holders: holders(register, role, place),
  practices: await practicesOf(interaction, person),
});

/** What a button about a seat carries. */
export const seatValue = ({ key }: Role, { practiceCode, locality }: SeatScope): SeatValue => ({
  role: key,
  ...(practiceCode ? { practice: practiceCode } : {}),
  ...(locality ? { locality } : {}),
});

/** The seat that a button is about, where its role is still in the list. */
export const seatOfValue = (
  register: Register,
  { role: key, practice, locality }: SeatValue,
): Seat | undefined => {
  const role = register.roles.find((each) => each.key === key);
  return role && { role, place: { practiceCode: practice ?? null, locality: locality ?? null } };
};

/** Answers a tap on a button about a seat. */
export const answerAboutSeat = async (
  interaction: MemberInteraction,
  value: SeatValue,
  decide: (
    interaction: MemberInteraction,
    seat: Seat,
    register: Register,
  ) => Promise<Message | Refusal>,
): Promise<Response> => {
  const register = await interaction.ccgStore.register();
  const seat = seatOfValue(register, value);
  if (!seat)
    return {
      reply: textMessage('This role is no longer in the list. Type “claim” to see what there is.'),
    };
  const result = await decide(interaction, seat, register);
  return isRefusal(result)
    ? { reply: textMessage(result.refused) }
    : { reply: result, home: true, runJobsNow: true };
};

/**
 * A seat as one short word, for a choice in a list: “practice_lead@A81001”, “area_lead:diabetes@”.
 */
export const seatKey = ({ role, place }: Seat): string =>
  `${role.key}@${place.practiceCode ?? place.locality ?? ''}`;

/** The seat that a key stands for, where the person could ask for it. */
export const seatByKey = async (
  interaction: MemberInteraction,
  roles: readonly Role[],
  key: string,
): Promise<ClaimableSeat | undefined> =>
  (await seatsFor(interaction, roles)).find((seat) => seatKey(seat) === key);
