// Terms: before a seat's term ends its holder is asked once. Silence never removes anyone; it shows
// as “to be confirmed”.
import { termEnd } from './eligibility.ts';
import type { Holding } from './register.ts';
import type { Role } from './roles.ts';

/** Holders are asked four weeks before their term ends. */
export const NOTICE_DAYS = 28;

/**
 * The end of the next term: from the end of this one, so that replying early costs nobody a day.
 */
export const nextTerm = (
  role: Role,
  { termEndsAt }: Pick<Holding, 'termEndsAt'>,
  now: Date,
): Date | null => termEnd(role, termEndsAt && termEndsAt > now ? termEndsAt : now);
