import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hideDifferences,
  hideSmallGroups,
  protections,
  type ResultTable,
  withholdAgreement,
} from '../../../src/domain/surveys/anonymity.ts';
import { attack, type Narrowed } from '../../proofs/anonymity/attack.ts';
import { smallCrowds } from '../../proofs/anonymity/crowds.ts';
import {
  type PlayedRound,
  publish,
  type Rule,
  roundsUnder,
  theRule,
} from '../../proofs/anonymity/rounds.ts';

/** Many more in `npm run proofs`. */
const numRuns = fc.readConfigureGlobal()?.numRuns ?? 300;

const attackOn = (rounds: readonly PlayedRound[], rule: Rule): Narrowed[] =>
  attack(
    rounds.map(({ threshold, options, people }, round) => ({
      threshold,
      options,
      tables: publish(rounds[round] as PlayedRound, rule),
      allBut: rule.allBut,
      people: people.map(({ person, groups, answers }) => ({
        id: person.personId,
        groups,
        answered: answers.map((answer) => answer !== undefined),
      })),
    })),
  );

const countsOf = (rounds: readonly PlayedRound[], { round, question, people }: Narrowed) => {
  const chosen =
    rounds[round]?.people.filter(({ person }) => people.includes(person.personId)) ?? [];
  return Array.from(
    { length: rounds[round]?.options[question] ?? 0 },
    (_, option) => chosen.filter(({ answers }) => answers[question] === option).length,
  );
};

describe('an attacker who holds all that was ever published', () => {
  it('narrows no group under the threshold to its answers', () =>
    fc.assert(
      fc.property(roundsUnder(theRule), (rounds) => {
        expect(attackOn(rounds, theRule)).toEqual([]);
      }),
      { numRuns },
    ));

  it(
    'could not by any attack: everyone is in a crowd of at least the threshold whose answers ' +
      'could be exchanged unseen',
    () =>
      fc.assert(
        fc.property(roundsUnder(theRule), (rounds) => {
          for (const round of rounds) expect(smallCrowds(round, theRule)).toEqual([]);
        }),
        { numRuns },
      ),
  );

  it('learns nothing from the order in which people answered: it is not in the tables', () => {
    const answersAndOrder = roundsUnder(theRule).chain(([round]) => {
      const people = round?.people ?? [];
      return fc.record({
        round: fc.constant({ ...(round as PlayedRound), people }),
        order: fc.shuffledSubarray([...people], { minLength: people.length }),
      });
    });
    fc.assert(
      fc.property(answersAndOrder, ({ round, order }) => {
        expect(sortTables(publish({ ...round, people: order }, theRule))).toEqual(
          sortTables(publish(round, theRule)),
        );
      }),
      { numRuns },
    );
  });
});

/**
 * In which order the tables and their groups stand is no more than the order in which their counts
 * were read.
 */
const sortTables = (tables: readonly ResultTable[]) =>
  tables
    .flatMap(({ question, cut, groups }) =>
      groups.map((each) => JSON.stringify([question, cut, each])),
    )
    .sort();

const without = (left: Rule['protect'][number]) =>
  protections.filter((protection) => protection !== left);
const nearlyMeansAll = protections.with(2, withholdAgreement(0));

describe('with a protection taken out', () => {
  const weakened: { name: string; rule: Rule }[] = [
    {
      name: 'groups under the threshold are hidden',
      rule: { ...theRule, protect: without(hideSmallGroups) },
    },
    {
      name: 'one more is hidden where the difference would give a hidden one away',
      rule: { ...theRule, protect: without(hideDifferences) },
    },
    {
      name: 'counts are withheld where nearly all agree',
      rule: { ...theRule, protect: protections.slice(0, 2) },
    },
    {
      name: '“nearly all” is not only said of all',
      rule: { ...theRule, protect: nearlyMeansAll, allBut: 0 },
    },
    { name: 'answers are counted by one attribute only', rule: { ...theRule, mostCuts: 3 } },
  ];

  it.each(weakened)('($name) the same attack succeeds, and what it finds is true', ({ rule }) => {
    let found = 0;
    fc.assert(
      fc.property(roundsUnder(rule), (rounds) => {
        for (const narrowed of attackOn(rounds, rule)) {
          expect(narrowed.counts).toEqual(countsOf(rounds, narrowed));
          found += 1;
        }
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(0);
  });

  it.each(weakened)('($name) some crowd is too small', ({ rule }) => {
    const property = fc.property(roundsUnder(rule), (rounds) =>
      rounds.every((round) => smallCrowds(round, rule).length === 0),
    );
    expect(fc.check(property, { numRuns: 300, endOnFailure: true }).failed).toBe(true);
  });
});
