// How many of the people reached have replied. Role holders and others apart, never averaged
// (Nuffield Trust and King's Fund, 2014: the gap between them is the real engagement gap). “Not
// now” is an answer; nobody is named.

import type { PromptOutcome } from '../sending/prompt.ts';
import { describeReached } from '../surveys/practice-unit.ts';
import { formatDay } from '../time/calendar.ts';
import type { RoundFacts, SummaryFacts } from './facts.ts';
import type { Section } from './shapes.ts';

/** Fewer people than this, and saying how many have not replied comes close to saying who. */
export const MIN_PEOPLE = 5;
/** How many rounds are worth a line. */
const LATEST_ROUNDS = 3;

export const participation = ({ register, rounds, now }: SummaryFacts): Section | undefined => {
  const holders = new Set(register.holdings.map(({ person }) => person.id));
  const reached = rounds.filter(({ turnout }) => turnout.length > 0).slice(0, LATEST_ROUNDS);
  if (reached.length === 0) return undefined;
  return {
    title: 'Taking part in surveys',
    shapes: [
      { shape: 'text', lines: reached.flatMap((round) => describeTurnout(round, holders, now)) },
    ],
  };
};

type TurnoutGroup = { readonly name: string; readonly people: RoundFacts['turnout'] };

/** People with a role, and others. */
export const byRole = (
  { turnout }: RoundFacts,
  holders: ReadonlySet<string>,
): [TurnoutGroup, TurnoutGroup] => [
  { name: 'people with a role', people: turnout.filter(({ personId }) => holders.has(personId)) },
  { name: 'others', people: turnout.filter(({ personId }) => !holders.has(personId)) },
];

const describeTurnout = (round: RoundFacts, holders: ReadonlySet<string>, now: Date): string[] => {
  const { title, closedAt, turnout, unit } = round;
  const groups = byRole(round, holders);
  const isTold = groups.every(({ people }) => people.length === 0 || people.length >= MIN_PEOPLE);
  const all = { name: unit === 'practice' ? 'practices' : 'people', people: turnout };
  const told =
    isTold && unit === 'person' ? groups.filter(({ people }) => people.length > 0) : [all];
  const lines = told.map(
    ({ name, people }) => `Of ${people.length} ${name}: ${describeReplies(people)}`,
  );
  return [
    `“${title}”, ${closedAt ? `closed on ${formatDay(closedAt, now)}` : 'still open'}, ` +
      `reached ${describeReached(round)}.`,
    ...(turnout.length < MIN_PEOPLE ? [] : lines),
  ];
};

const describeReplies = (people: RoundFacts['turnout']) => {
  const number = (...outcomes: PromptOutcome[]) =>
    people.filter(({ outcome }) => outcomes.includes(outcome)).length;
  return (
    `${number('answered')} answered, ${number('not_now')} said not now, ` +
    `${number('waiting', 'done')} no reply`
  );
};
