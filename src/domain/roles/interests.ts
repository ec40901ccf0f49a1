// Declared interests of those who lead. Types, the month to declare in and the yearly check:
// Managing conflicts of interest, revised statutory guidance for CCGs 2017. Ours is a convenience
// copy; the statutory register stays with the CCG.
import { addMonths } from '../time/calendar.ts';
import type { Register } from './register.ts';

export const interestKinds = {
  financial: { name: 'Financial', hint: 'You could gain or lose money by a decision' },
  non_financial_professional: {
    name: 'Non-financial professional',
    hint: 'Your standing or career could gain',
  },
  non_financial_personal: {
    name: 'Non-financial personal',
    hint: 'You could gain in another personal way',
  },
  indirect: { name: 'Indirect', hint: 'Somebody close to you has an interest' },
} as const;

export type InterestKind = keyof typeof interestKinds;

export type Interest = {
  readonly id: string;
  readonly personId: string;
  readonly kind: InterestKind;
  readonly description: string;
  /** They agree that members read it. */
  readonly shown: boolean;
};

/** What somebody has declared; where there are no interests, that there are none. */
export type Declaration = {
  readonly personId: string;
  readonly at: Date;
  readonly interests: readonly Interest[];
};

const MONTHS_TO_FIRST = 1;
const MONTHS_BETWEEN = 12;

/** The people whose roles ask for a declaration, with since when. */
export const declarers = ({ roles, holdings }: Register): Map<string, Date> => {
  const keys = new Set(roles.filter(({ declares }) => declares).map(({ key }) => key));
  const held = holdings
    .filter(({ roleKey }) => keys.has(roleKey))
    .sort((a, b) => b.since.getTime() - a.since.getTime());
  return new Map(held.map(({ person, since }) => [person.id, since]));
};

/**
 * When somebody is to be asked about their interests: a month into the role, then a year after they
 * were last declared or asked about.
 */
export const reviewDue = (heldSince: Date, declaredAt: Date | null, askedAt: Date | null): Date => {
  const last = [declaredAt, askedAt]
    .filter((moment) => moment !== null)
    .sort((a, b) => b.getTime() - a.getTime())[0];
  return last ? addMonths(last, MONTHS_BETWEEN) : addMonths(heldSince, MONTHS_TO_FIRST);
};
