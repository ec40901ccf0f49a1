// The people of a CCG.
import type { Availability } from '../time/sending-window.ts';

export const professions = {
  gp: 'GP',
  nurse: 'nurse',
  pharmacist: 'pharmacist',
  practice_manager: 'practice manager',
  allied_health: 'allied health professional',
  administrator: 'administrator',
  ccg_staff: 'commissioning staff',
  other: 'other',
} as const;

export type Profession = keyof typeof professions;

export type Person = Availability & {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly slackId: string | null;
  readonly profession: Profession;
  readonly engagementLead: boolean;
  /** Their Slack account was deactivated. */
  readonly deactivatedAt: Date | null;
};

/**
 * Working at a practice. Confirmed when the practice's roster names the person's verified e-mail,
 * or a lead has confirmed it.
 */
export type Membership = { readonly practiceCode: string; readonly confirmed: boolean };

/** A person who belongs to at least one practice: everyone who has the everyday role. */
export type Member = Person & { readonly memberships: readonly Membership[] };

/**
 * With their conversation with the bot, once there is one, and when they were first told who it is.
 */
export type Reachable = Member & {
  readonly dmChannel: string | null;
  readonly firstContactAt: Date | null;
};
