// How many of the people reached have replied. Role holders and others apart, never averaged (Nuffield Trust and King's Fund, 2014:
// the gap between them is the real engagement gap). “Not now” is an answer; nobody is named.
import { count } from '../words.ts';
import type { RoundFacts, SummaryFacts } from './facts.ts';
import type { Section } from './shapes.ts';

/** How many rounds are worth a line. */
const LATEST_ROUNDS = 3;

export const participation = ({ register, rounds }: SummaryFacts): Section | undefined => {
  const holders = new Set(register.holdings.map(({ person }) => person.id));
  const reached = rounds.filter(({ turnout }) => turnout.length > 0).slice(0, LATEST_ROUNDS);
  if (reached.length === 0) return undefined;
  return {
    title: 'Taking part in surveys',
    shapes: [{ shape: 'text', lines: reached.flatMap((round) => sayTurnout(round, holders)) }],
  };
};

const sayTurnout = ({ title, closedAt, turnout }: RoundFacts, holders: ReadonlySet<string>): string[] => {
  const groups = [
    { name: 'people with a role', people: turnout.filter(({ personId }) => holders.has(personId)) },
    { name: 'everyone else', people: turnout.filter(({ personId }) => !holders.has(personId)) },
  ].filter(({ people }) => people.length > 0);
  const lines = groups.map(({ name, people }) => {
    const answered = people.filter(({ outcome }) => outcome === 'answered').length;
    const notNow = people.filter(({ outcome }) => outcome === 'not_now').length;
    return `Of ${people.length} ${name}: ${answered} answered, ${notNow} said not now, ${people.length - answered - notNow} no reply`;
  });
  return [`“${title}”, ${closedAt ? 'closed' : 'still open'}, reached ${count(turnout.length, 'person', 'people')}.`, ...lines];
};
