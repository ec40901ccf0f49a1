// A claim is not proof of identity: a lead, or the colleague in the other seat, confirms it.
import type { Member } from '../people/people.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type Holding, holders, type Register } from './register.ts';
import type { Role, SeatScope } from './roles.ts';

/**
 * Whether someone may confirm a holding: an engagement lead, or a confirmed holder of another seat
 * of the same role and place. Never their own.
 */
export const decideConfirmation = (
  actor: Member,
  holding: Holding,
  register: Register,
): 'confirm' | Refusal => {
  if (holding.person.id === actor.id)
    return refuse('is_self', 'Somebody else has to confirm your own role.');
  const role = register.roles.find(({ key }) => key === holding.roleKey);
  const colleagues =
    role && !role.confirms
      ? holders(register, role, holding).filter(({ id }) => id !== holding.id)
      : [];
  const isColleague = colleagues.some(
    ({ person, confirmed }) => person.id === actor.id && confirmed,
  );
  return actor.engagementLead || isColleague
    ? 'confirm'
    : refuse(
        'not_allowed',
        'Only an engagement lead, or the colleague in the other seat, can confirm this role.',
      );
};

/**
 * Who is asked to confirm somebody's new seat: the confirmed colleagues in its other seats,
 * otherwise the engagement leads.
 */
export const confirmers = (
  {
    role,
    place,
    personId,
  }: { readonly role: Role; readonly place: SeatScope; readonly personId: string },
  register: Register,
  leads: readonly Member[],
): string[] => {
  const colleagues = role.confirms
    ? []
    : holders(register, role, place).filter(({ confirmed }) => confirmed);
  const asked =
    colleagues.length > 0 ? colleagues.map(({ person }) => person.id) : leads.map(({ id }) => id);
  return asked.filter((id) => id !== personId);
};

/** The holdings that someone may confirm. */
export const toConfirm = (actor: Member, register: Register): Holding[] =>
  register.holdings.filter(
    (holding) => !holding.confirmed && decideConfirmation(actor, holding, register) === 'confirm',
  );
