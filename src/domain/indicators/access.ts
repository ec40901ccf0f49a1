// Who sees a practice's figures: its own confirmed leads, and the engagement leads. Asked again at
// every look.
import { practicesLedBy } from '../people/lighter-touch.ts';
import type { Member } from '../people/people.ts';
import type { Practice } from '../people/practices.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Register } from '../roles/register.ts';

export const maySeeFigures = (
  actor: Member,
  { code }: Pick<Practice, 'code'>,
  register: Register,
): boolean =>
  actor.engagementLead ||
  practicesLedBy(actor, register).some((practice) => practice.code === code);

export const refuseFigures = (practiceLead: string): Refusal =>
  refuse(
    'not_allowed',
    `Figures of a practice are for its own confirmed ${practiceLead}s and the engagement leads.`,
  );
