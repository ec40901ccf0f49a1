// Handing a seat to a colleague, and asking to take one over. Nothing moves before the other has
// agreed.

import type { Member } from '../people/people.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Words } from '../text/words.ts';
import { type Candidate, refuseHolder, type Start, startOf } from './eligibility.ts';
import { type Holding, holders, type Register } from './register.ts';

type Moving = {
  readonly holding: Holding;
  /** The colleague who would sit there; none where Slack knows them and we do not. */
  readonly to: Member | undefined;
  readonly practices: Candidate['practices'];
  readonly register: Register;
  readonly words: Words;
};

/**
 * Whether a seat may go to a colleague, and how it would begin for them. Asked when it is offered,
 * and again when they agree.
 */
export const decideHandover = (
  { holding, to, practices, register, words }: Moving,
  now: Date,
): Start | Refusal => {
  const role = register.roles.find(({ key }) => key === holding.roleKey);
  if (!role) return refuse('role_gone', 'This role is no longer in the list.');
  if (!to)
    return refuse(
      'colleague_not_on_list',
      'This colleague is not on a practice’s list here yet. They can add themselves with “join”.',
    );
  if (to.id === holding.person.id)
    return refuse('is_self', 'That is you. Choose a colleague to hand it to, or give it back.');
  const candidate = {
    role,
    place: holding,
    person: to,
    practices,
    holders: holders(register, role, holding),
    words,
  };
  return refuseHolder(candidate, 'they', now) ?? startOf(candidate, now);
};

/**
 * Whether somebody may ask the holders of a full seat to take over; with a seat free there is
 * nothing to ask.
 */
export const decideTakeover = (candidate: Candidate, now: Date): 'ask' | 'free' | Refusal => {
  if (candidate.holders.length < candidate.role.seats) return 'free';
  return refuseHolder(candidate, 'you', now) ?? 'ask';
};
