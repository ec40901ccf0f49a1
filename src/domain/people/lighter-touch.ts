// A lighter touch: a practice that would rather be asked once, and never a second time. Nothing
// else changes for it.

import { type Refusal, refuse } from '../refusal.ts';
import type { Register } from '../roles/register.ts';
import type { Member } from './people.ts';
import type { Practice } from './practices.ts';

/**
 * Who chooses it, and ends it: an engagement lead, or one of the practice's own confirmed leads.
 */
export const canChooseLighterTouch = (
  actor: Member,
  { code }: Pick<Practice, 'code'>,
  register: Register,
): boolean =>
  actor.engagementLead ||
  practicesLedBy(actor, register).some((practice) => practice.code === code);

/** The practices of which somebody is a confirmed lead. */
export const practicesLedBy = (
  { id }: Member,
  { roles, holdings, practices }: Register,
): Practice[] => {
  const keys = roles.filter(({ level }) => level === 'practice_lead').map(({ key }) => key);
  const own = holdings.filter(
    ({ person, confirmed, roleKey }) => person.id === id && confirmed && keys.includes(roleKey),
  );
  return practices.filter(({ code }) => own.some(({ practiceCode }) => practiceCode === code));
};

export const refuseTouch = (practiceLead: string): Refusal =>
  refuse(
    'not_allowed',
    `Only an engagement lead, or a confirmed ${practiceLead} of the practice itself, can ` +
      'choose this.',
  );
