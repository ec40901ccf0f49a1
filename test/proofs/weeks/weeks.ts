// What can happen to people's weeks, as plain steps drawn at random: what they are asked, what they
// say, and how time passes.
import fc from 'fast-check';
import { workingDays } from '../../support/availabilities.ts';
import { NAMES, type Name, PRACTICES, type PracticeCode } from '../sequences/sequence.ts';

export type WeekSteps = {
  'is asked in a survey': {
    readonly days: number;
    readonly chases: number;
    readonly anonymous: boolean;
  };
  'is reminded': { readonly days: number | null };
  'is asked by the bot': { readonly days: number };
  'asks for cover': { readonly who: Name; readonly to: Name; readonly days: number };
  agrees: { readonly who: Name };
  answers: { readonly who: Name };
  'says not now': { readonly who: Name };
  'says later': { readonly who: Name; readonly later: 'tomorrow' | 'next_week' };
  'goes quiet': { readonly who: Name; readonly weeks: number };
  'says when': {
    readonly who: Name;
    readonly days: readonly number[];
    readonly away: readonly [starts: number, lasts: number] | null;
  };
  'is touched lightly': { readonly at: PracticeCode; readonly on: boolean };
};

export type WeekStep = {
  [Does in keyof WeekSteps]: { readonly does: Does } & WeekSteps[Does];
}[keyof WeekSteps];

/** Some time later, in which the bot was up or down, these happen at the same moment. */
export type Hour = {
  readonly afterHours: number;
  readonly isDown: boolean;
  readonly steps: readonly WeekStep[];
};

const who = fc.constantFrom<Name>(...NAMES);
const days = fc.integer({ min: 1, max: 30 });

const arbitraries: {
  readonly [Does in keyof WeekSteps]: readonly [weight: number, of: fc.Arbitrary<WeekSteps[Does]>];
} = {
  'is asked in a survey': [
    5,
    fc.record({ days, chases: fc.integer({ min: 0, max: 2 }), anonymous: fc.boolean() }),
  ],
  'is reminded': [4, fc.record({ days: fc.option(days, { nil: null }) })],
  'is asked by the bot': [2, fc.record({ days })],
  'asks for cover': [2, fc.record({ who, to: who, days })],
  agrees: [3, fc.record({ who })],
  answers: [4, fc.record({ who })],
  'says not now': [2, fc.record({ who })],
  'says later': [
    2,
    fc.record({ who, later: fc.constantFrom('tomorrow' as const, 'next_week' as const) }),
  ],
  'goes quiet': [2, fc.record({ who, weeks: fc.constantFrom(0, 1, 4) })],
  'says when': [
    3,
    fc.record({
      who,
      days: workingDays,
      away: fc.option(fc.tuple(fc.integer({ min: -2, max: 10 }), fc.integer({ min: 2, max: 20 })), {
        nil: null,
      }),
    }),
  ],
  'is touched lightly': [1, fc.record({ at: fc.constantFrom(...PRACTICES), on: fc.boolean() })],
};

const step: fc.Arbitrary<WeekStep> = fc.oneof(
  ...Object.entries(arbitraries).map(([does, [weight, of]]) => ({
    weight,
    arbitrary: (of as fc.Arbitrary<object>).map((given) => ({ does, ...given }) as WeekStep),
  })),
);

export const manyWeeks: fc.Arbitrary<Hour[]> = fc.array(
  fc.record({
    afterHours: fc.constantFrom(1, 5, 24, 47, 24 * 4, 24 * 7, 24 * 15),
    isDown: fc.boolean(),
    steps: fc.array(step, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 14, size: 'max' },
);

export const formatHour = ({ afterHours, isDown, steps }: Hour): string =>
  `${afterHours} h later${isDown ? ', with the bot down until then' : ''}: ` +
  `${steps.map((each) => JSON.stringify(each)).join(', and at the same moment ')}`;
