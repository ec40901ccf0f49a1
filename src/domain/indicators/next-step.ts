// One kind next step for each practice, from how it shows and what its figures say. Never a score.
import { presenceOf, type Signs } from '../people/contacts.ts';
import type { Practice } from '../people/practices.ts';
import { limitsOf, type Reading, type SignalKind } from './signals.ts';

export const nextStepWords = {
  help: 'offer help, in a conversation',
  ask: 'ask for the missing figures',
  thank: 'thank it, and learn from what works there',
  leave: 'leave it in peace, and keep the door open',
} as const;

export type NextStep = keyof typeof nextStepWords;

export type Engagement = 'active' | 'quiet in chat' | 'lighter touch';

/** What is known of the practices. */
export type StepFacts = {
  readonly practices: readonly Practice[];
  readonly signs: ReadonlyMap<string, Signs>;
  readonly readings: ReadonlyMap<string, readonly Reading[]>;
  readonly now: Date;
};

/**
 * A practice that asked for a lighter touch is not asked for figures; help is offered to everybody
 * whose figures are worth a conversation.
 */
const STEPS: Readonly<Record<Engagement, Readonly<Record<SignalKind, NextStep>>>> = {
  active: { inside: 'thank', 'worth a conversation': 'help', 'not known': 'ask' },
  'quiet in chat': { inside: 'leave', 'worth a conversation': 'help', 'not known': 'ask' },
  'lighter touch': { inside: 'leave', 'worth a conversation': 'help', 'not known': 'leave' },
};

export const stepOf = (engagement: Engagement, limits: SignalKind): NextStep =>
  STEPS[engagement][limits];

/**
 * The practices to whom each step applies, in the order in which they are listed; help comes first.
 */
export const nextSteps = (facts: StepFacts): { step: NextStep; practices: Practice[] }[] => {
  const byStep = Map.groupBy(facts.practices, (practice) => nextStepFor(practice, facts));
  return ORDER.flatMap((step) => {
    const practices = byStep.get(step)?.toSorted((a, b) => a.name.localeCompare(b.name)) ?? [];
    return practices.length > 0 ? [{ step, practices }] : [];
  });
};

const ORDER = Object.keys(nextStepWords) as NextStep[];

/**
 * Whether a lighter touch may suit a practice, for leads to consider: quiet in chat, every figure
 * there, recent and inside.
 */
export const maySuitTouch = (
  { code, lightSince }: Practice,
  { signs, readings, now }: StepFacts,
): boolean => {
  const [own, figures] = [signs.get(code), readings.get(code) ?? []];
  const isQuiet = own !== undefined && presenceOf(own, now).kind === 'quiet';
  return !lightSince && isQuiet && figures.length > 0 && figures.every(isSettled);
};

const isSettled = ({ signal }: Reading) => signal.kind === 'inside' && signal.steady;

/**
 * The next step for one practice. Nobody is asked for figures that are there, but cannot be
 * compared because there are too few practices.
 */
export const nextStepFor = (practice: Practice, facts: StepFacts): NextStep => {
  const readings = facts.readings.get(practice.code) ?? [];
  const [engagement, limits] = [engagementOf(practice, facts), limitsOf(readings)];
  const isAllThere =
    readings.length > 0 && readings.every(({ figure }) => typeof figure?.numerator === 'number');
  const isCompared = readings.some(({ comparison }) => comparison !== undefined);
  return stepOf(
    engagement,
    limits === 'not known' && isAllThere && !isCompared ? 'inside' : limits,
  );
};

/** A practice that is not heard of, for whatever reason, is taken as quiet. */
export const engagementOf = (
  { code, lightSince }: Practice,
  { signs, now }: StepFacts,
): Engagement => {
  const own = signs.get(code);
  if (lightSince) return 'lighter touch';
  return own && presenceOf(own, now).kind === 'heard' ? 'active' : 'quiet in chat';
};
