// A lighter touch: a practice that would rather be asked once, and never a second time. Nothing
// else changes for it.

import { type Refusal, refuse } from '../refusal.ts';
import type { Register } from '../roles/register.ts';
import type { Member } from './people.ts';
import type { Practice } from './practices.ts';

/** Why a practice has it: a closed list, so that nobody writes about people or patients. */
export const touchReasons = {
  wished: 'by its wish',
  busy: 'a busy time',
  steady: 'all is well as it is',
  elsewhere: 'it takes part in other ways',
} as const;

export type TouchReason = keyof typeof touchReasons;

/** “, chosen for this reason: a busy time”, where one is kept. */
export const describeTouchReason = (reason: string | null): string =>
  reason && reason in touchReasons
    ? `, for this reason: ${touchReasons[reason as TouchReason]}`
    : '';

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
    `Only an engagement lead, or a confirmed ${practiceLead} of the practice itself, can ` +
      'choose this.',
  );
