// What can happen to a register, as plain steps: drawn at random, and said in words when a sequence
// shows a fault.
import fc from 'fast-check';

export const NAMES = ['Ann', 'Ben', 'Cai', 'Dot', 'Eve', 'Flo'] as const;
export const PRACTICES = ['Y99001', 'Y99002', 'Y99003'] as const;
export const LOCALITIES = ['North', 'South', 'East'] as const;
export const ROLES = [
  'practice_lead',
  'area_lead:diabetes',
  'area_lead:green',
  'leadership:chair',
  'leadership:locality_lead',
] as const;
/** Engagement leads; of them Ann works at a practice. */
export const LEADS = ['Ann', 'Pia'] as const;

export type Name = (typeof NAMES)[number] | (typeof LEADS)[number];
export type PracticeCode = (typeof PRACTICES)[number];
export type RoleKey = (typeof ROLES)[number];
export type PracticeState = 'open' | 'closed' | 'moved';

type Seat = { readonly who: Name; readonly role: RoleKey; readonly at: PracticeCode };
/**
 * Chooses among what there is at that moment, and so who acts: a seat and its holder, a question
 * and the one it was put to.
 */
type Nth = { readonly nth: number };

export type Steps = {
  claims: Seat;
  'asks to take over': Seat;
  'is given back': Nth;
  'is offered to': Nth & { readonly to: Name };
  'is answered yes': Nth;
  'is answered not now': Nth;
  'asks for cover': { readonly who: Name; readonly to: Name; readonly days: number };
  'is back': { readonly who: Name };
  'confirms the seat': { readonly who: Name } & Nth;
  'confirms the membership': { readonly who: Name } & Nth;
  leaves: { readonly who: Name };
  joins: { readonly who: Name; readonly at: PracticeCode };
  'is deactivated': { readonly who: Name };
  'is active again': { readonly who: Name };
  invites: { readonly who: Name; readonly at: PracticeCode };
  'edits the role': {
    readonly who: Name;
    readonly role: RoleKey;
    readonly seats: number;
    readonly term: string;
    readonly confirms: boolean;
  };
  'takes out the role': { readonly who: Name; readonly role: RoleKey };
  'adds the role green': { readonly who: Name; readonly seats: number };
  'imports a roster of': { readonly lists: readonly string[] };
  'imports practices': { readonly states: readonly string[] };
  'imports localities': { readonly names: readonly string[] };
  'runs the jobs': Record<never, never>;
};

export type Step = { [Does in keyof Steps]: { readonly does: Does } & Steps[Does] }[keyof Steps];

/** Steps that happen at the same moment, some time after those before. */
export type Batch = { readonly afterHours: number; readonly steps: readonly Step[] };

const who = fc.constantFrom<Name>(...NAMES);
const lead = fc.constantFrom<Name>(...LEADS);
const at = fc.constantFrom(...PRACTICES);
const role = fc.oneof(
  { arbitrary: fc.constant<RoleKey>('practice_lead'), weight: 3 },
  { arbitrary: fc.constantFrom(...ROLES), weight: 2 },
);
const nth = fc.nat(5);
const seat = fc.record({ who, role, at });

/** Each person at one practice, or on no roster. */
const lists = fc
  .tuple(
    ...NAMES.map((name) =>
      fc
        .oneof({ arbitrary: at, weight: 5 }, { arbitrary: fc.constant(''), weight: 1 })
        .map((code) => [name, code]),
    ),
  )
  .map((rows) => rows.filter(([, code]) => code).map(([name, code]) => `${name}@${code}`));
const states = fc
  .tuple(
    ...PRACTICES.map((code) =>
      fc
        .oneof(
          { arbitrary: fc.constant<PracticeState>('open'), weight: 4 },
          { arbitrary: fc.constantFrom<PracticeState>('closed', 'moved'), weight: 1 },
        )
        .map((state) => `${code}=${state}`),
    ),
  )
  .map((all) => [...all]);
const names = fc
  .tuple(
    ...PRACTICES.map((code) => fc.constantFrom(...LOCALITIES).map((name) => `${code}=${name}`)),
  )
  .map((all) => [...all]);

const arbitraries: {
  readonly [Does in keyof Steps]: readonly [weight: number, of: fc.Arbitrary<Steps[Does]>];
} = {
  claims: [14, seat],
  'asks to take over': [4, seat],
  'is given back': [3, fc.record({ nth })],
  'is offered to': [6, fc.record({ nth, to: who })],
  'is answered yes': [12, fc.record({ nth })],
  'is answered not now': [2, fc.record({ nth })],
  'asks for cover': [3, fc.record({ who, to: who, days: fc.integer({ min: 1, max: 30 }) })],
  'is back': [1, fc.record({ who })],
  'confirms the seat': [3, fc.record({ who: fc.oneof(who, lead), nth })],
  'confirms the membership': [3, fc.record({ who: lead, nth })],
  leaves: [2, fc.record({ who })],
  joins: [3, fc.record({ who, at })],
  'is deactivated': [2, fc.record({ who })],
  'is active again': [2, fc.record({ who })],
  invites: [2, fc.record({ who: lead, at })],
  'edits the role': [
    3,
    fc.record({
      who: lead,
      role,
      seats: fc.integer({ min: 1, max: 3 }),
      term: fc.constantFrom('', '2', '24'),
      confirms: fc.boolean(),
    }),
  ],
  'takes out the role': [2, fc.record({ who: lead, role })],
  'adds the role green': [1, fc.record({ who: lead, seats: fc.integer({ min: 1, max: 3 }) })],
  'imports a roster of': [3, fc.record({ lists })],
  'imports practices': [2, fc.record({ states })],
  'imports localities': [1, fc.record({ names })],
  'runs the jobs': [5, fc.record({})],
};

const step: fc.Arbitrary<Step> = fc.oneof(
  ...Object.entries(arbitraries).map(([does, [weight, of]]) => ({
    weight,
    arbitrary: (of as fc.Arbitrary<object>).map((given) => ({ does, ...given }) as Step),
  })),
);

const afterHours = fc.constantFrom(1, 24, 24 * 9, 24 * 20, 24 * 45, 24 * 400);
const batch = fc.oneof(
  {
    arbitrary: fc.record({ afterHours, steps: fc.array(step, { minLength: 1, maxLength: 1 }) }),
    weight: 3,
  },
  {
    arbitrary: fc.record({ afterHours, steps: fc.array(step, { minLength: 2, maxLength: 4 }) }),
    weight: 2,
  },
);

export const sequences: fc.Arbitrary<Batch[]> = fc.array(batch, {
  minLength: 1,
  maxLength: 20,
  size: 'max',
});

/** “9 days later: Ann claims practice_lead Y99001, and at the same moment Ben leaves”. */
export const describeBatch = ({ afterHours: hours, steps }: Batch): string =>
  `${hours < 24 ? `${hours} h` : `${hours / 24} d`} later: ` +
  `${steps.map(describeStep).join(', and at the same moment ')}`;

const describeStep = ({ does, ...given }: Step): string => {
  const { who: name, nth: number, ...rest } = given as Record<string, unknown>;
  const which = number === undefined ? '' : ` no. ${number}`;
  const subject =
    name ?? (number === undefined ? 'the bot' : does.includes('answer') ? 'question' : 'seat');
  return [
    name ? `${name} ${does}${which}` : `${subject}${which} ${does}`,
    ...Object.values(rest).map(String),
  ]
    .join(' ')
    .trim();
};
