// The CCG's member practices.

import { type Refusal, refuse } from '../refusal.ts';
import type { Words } from '../text/words.ts';
import { formatDay } from '../time/calendar.ts';
import type { TouchReason } from './touch-reasons.ts';

export type Practice = {
  /** ODS practice code, such as A81001. */
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly postcode: string;
  readonly telephone: string | null;
  readonly locality: string | null;
  /** Patients registered, where a list size was imported. */
  readonly listSize: number | null;
  /** It has a lighter touch since then. */
  readonly lightSince: Date | null;
  readonly lightReason: TouchReason | null;
  /** The last day as a member; empty while it is one. */
  readonly closedOn: Date | null;
  /** The code of the CCG it moved to, where that is why it left. */
  readonly movedTo: string | null;
};

export const isOpen = (practice: Practice): boolean => practice.closedOn === null;

/**
 * Why nothing can be claimed or joined at a practice that is no longer a member: its last day, and
 * where it or its address went.
 */
export const refuseClosed = (
  practice: Practice,
  others: readonly Practice[],
  now: Date,
  words: Words,
): Refusal | undefined => {
  if (!practice.closedOn) return undefined;
  const day = formatDay(practice.closedOn, now);
  if (practice.movedTo) {
    return refuse(
      'practice_moved',
      `${practice.name} moved to another ${words.organisation} (${practice.movedTo}) on ` +
        `${day}, so its roles are kept there now.`,
    );
  }
  const successor = others.find((other) => isOpen(other) && other.postcode === practice.postcode);
  const next = successor
    ? `${successor.name} is at its address now.`
    : 'If you work at another practice now, search for that one.';
  return refuse('practice_closed', `${practice.name} closed on ${day}. ${next}`);
};

/** What people may type to find a practice: its name, town or street, postcode and code. */
export const findable = <T extends Practice>(practice: T): T & { also: string[] } => ({
  ...practice,
  also: [practice.code, practice.address, practice.postcode],
});
