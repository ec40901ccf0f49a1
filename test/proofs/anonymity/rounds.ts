// Random CCGs and random anonymous rounds of them, and what is published of a round.
import fc from 'fast-check';
import {
  makeTables,
  type Protection,
  protections,
  type ResultTable,
  type Tally,
} from '../../../src/domain/surveys/anonymity.ts';
import { fixGroups, type Groups, type Invited } from '../../../src/domain/surveys/answer-groups.ts';

/** Someone who was invited, and what they answered: an option for each question, or nothing. */
export type Answerer = {
  readonly person: Invited;
  readonly groups: Groups;
  readonly answers: readonly (number | undefined)[];
};

export type PlayedRound = {
  readonly threshold: number;
  /** How many options each question has. */
  readonly options: readonly number[];
  /** In the order in which they answered. */
  readonly people: readonly Answerer[];
};

/** How results are made safe: with one protection taken out, it is the rule that must fail. */
export type Rule = {
  readonly mostCuts: number;
  readonly protect: readonly Protection[];
  readonly allBut: number;
};

export const theRule: Rule = { mostCuts: 1, protect: protections, allBut: 1 };

/** Counts the answers one after another, as they come, and makes the tables. */
export const publish = (round: PlayedRound, { protect }: Rule): ResultTable[] =>
  makeTables(countAnswers(round), round.threshold, protect);

const countAnswers = ({ options, people }: PlayedRound): Tally[] => {
  const tallies = new Map<string, Tally & { counts: number[] }>();
  for (const { groups, answers } of people)
    for (const [question, chosen] of answers.entries())
      for (const [cut, group] of Object.entries(groups)) {
        const key = `${question} ${cut} ${group}`;
        const tally = tallies.get(key) ?? {
          question,
          cut,
          group,
          counts: Array(options[question] ?? 0).fill(0),
        };
        tallies.set(key, tally);
        if (chosen !== undefined) tally.counts[chosen] = (tally.counts[chosen] ?? 0) + 1;
      }
  return [...tallies.values()];
};

type Someone = {
  readonly locality: number;
  readonly profession: number;
  readonly holdsRole: boolean;
  readonly dice: readonly number[];
};
type Question = {
  readonly options: number;
  /**
   * By locality: how many of ten answer, what most of them choose, and how many of a hundred choose
   * something else.
   */
  readonly leanings: readonly {
    readonly answering: number;
    readonly favourite: number;
    readonly contrary: number;
  }[];
};

const MAX_QUESTIONS = 3;
const MAX_ROUNDS = 2;
const MAX_PLACES = 5;

const someone: fc.Arbitrary<Someone> = fc.record({
  locality: fc.nat(MAX_PLACES - 1),
  profession: fc.nat(MAX_PLACES - 1),
  holdsRole: fc.boolean(),
  dice: fc.array(fc.nat(99_999), {
    minLength: MAX_ROUNDS * MAX_QUESTIONS,
    maxLength: MAX_ROUNDS * MAX_QUESTIONS,
  }),
});

const leaning = fc.record({
  answering: fc.constantFrom(1, 3, 7, 9, 10),
  favourite: fc.nat(1),
  contrary: fc.constantFrom(0, 5, 100, 100),
});

const question: fc.Arbitrary<Question> = fc.record({
  options: fc.integer({ min: 2, max: 5 }),
  leanings: fc.array(leaning, { minLength: MAX_PLACES, maxLength: MAX_PLACES }),
});

/**
 * A CCG of 5 to 120 people who are asked one to three questions, once or twice: with other answers,
 * and not always the same people answer.
 */
export const roundsUnder = ({ mostCuts }: Rule): fc.Arbitrary<PlayedRound[]> =>
  fc
    .record({
      threshold: fc.integer({ min: 5, max: 20 }),
      places: fc.integer({ min: 1, max: MAX_PLACES }),
      isMixed: fc.boolean(),
      people: fc.array(someone, { minLength: 5, maxLength: 120, size: 'max' }),
      rounds: fc.array(fc.array(question, { minLength: 1, maxLength: MAX_QUESTIONS }), {
        minLength: 1,
        maxLength: MAX_ROUNDS,
      }),
    })
    .map(({ threshold, places, isMixed, people, rounds }) => {
      const invited = people.map((each, index) => toInvited(each, index, places, isMixed));
      const groups = fixGroups(invited, threshold, mostCuts);
      return rounds.map((questions, round) => ({
        threshold,
        options: questions.map(({ options }) => options),
        people: people.map((each, index) => {
          const person = invited[index] as Invited;
          const answers = questions.map((asked, at) =>
            answerOf(each, asked, each.dice[round * MAX_QUESTIONS + at] ?? 0, places),
          );
          return { person, groups: groups.get(person.personId) as Groups, answers };
        }),
      }));
    });

const PROFESSIONS = ['gp', 'nurse', 'pharmacist', 'practice_manager', 'other'];

/**
 * Where a CCG is not mixed, nearly all of a locality have the same profession and role, so that
 * groups of different cuts nearly agree.
 */
const toInvited = (
  { locality, profession, holdsRole }: Someone,
  index: number,
  places: number,
  isMixed: boolean,
): Invited => {
  const isLikeTheirs = !isMixed && index % 16 !== 0;
  return {
    personId: `p${index}`,
    locality: `L${locality % places}`,
    profession: PROFESSIONS[(isLikeTheirs ? locality : profession) % places] ?? '',
    holdsRole: isLikeTheirs ? locality % places === 0 : holdsRole,
  };
};

/** One throw decides whether they answer, whether as most do there, and what else they choose. */
const answerOf = (
  { locality }: Someone,
  { options, leanings }: Question,
  dice: number,
  places: number,
) => {
  const { answering, favourite, contrary } = leanings[locality % places] ?? {
    answering: 0,
    favourite: 0,
    contrary: 0,
  };
  if (dice % 10 >= answering) return undefined;
  return Math.floor(dice / 10) % 100 < contrary ? Math.floor(dice / 1000) % options : favourite;
};
