// Random CCGs with random rounds, as the facts a summary is made of.
import fc from 'fast-check';
import type { Member } from '../../src/domain/people/people.ts';
import type { Practice } from '../../src/domain/people/practices.ts';
import type { PromptOutcome } from '../../src/domain/sending/prompt.ts';
import type { RoundFacts, SummaryFacts } from '../../src/domain/summary/facts.ts';
import { makeTables, plainTables, type Tally } from '../../src/domain/surveys/anonymity.ts';
import { surveyTemplates } from '../../src/domain/surveys/survey-templates.ts';
import {
  holding,
  person,
  practice,
  practiceLead,
  register,
  round,
  summaryFacts,
} from '../world.ts';

const outcomes: readonly PromptOutcome[] = ['waiting', 'answered', 'not_now', 'done', 'not_for_me'];
const closedAt = (index: number) => new Date(Date.UTC(2026, 7 - index, 10, 12));

type Dice = {
  readonly practices: number;
  readonly localities: number;
  readonly people: number;
  readonly leads: readonly number[];
  readonly rounds: readonly {
    readonly named: boolean;
    readonly template: number;
    readonly replies: readonly number[];
    readonly answers: readonly number[];
  }[];
};

const numbers = (most: number, maxLength: number) =>
  fc.array(fc.nat(most), { minLength: 1, maxLength });

const dice: fc.Arbitrary<Dice> = fc.record({
  practices: fc.integer({ min: 1, max: 30 }),
  localities: fc.integer({ min: 1, max: 8 }),
  people: fc.integer({ min: 1, max: 60 }),
  leads: fc.array(fc.nat(29), { maxLength: 12 }),
  rounds: fc.array(
    fc.record({
      named: fc.boolean(),
      template: fc.nat(surveyTemplates.length - 1),
      replies: numbers(4, 20),
      answers: numbers(3, 20),
    }),
    { maxLength: 4 },
  ),
});

/** A name that no word of ours has in it, so that it is found wherever it stands. */
const strangeName = (kind: string, index: number) => `${kind}${'qxzvkj'[index % 6]}${index}qz`;

const play = ({
  practices: howMany,
  localities,
  people: crowd,
  leads,
  rounds,
}: Dice): SummaryFacts => {
  const practices = Array.from({ length: howMany }, (_, index) =>
    practice(
      `Y${index}`,
      strangeName('Surgery ', index),
      index % 7 === 6 ? null : `Locality ${(index * 5) % localities}`,
    ),
  );
  const at = (index: number) => practices[index % howMany] as Practice;
  const people = Array.from({ length: crowd }, (_, index) =>
    person(strangeName('Dr ', index), [at(index)]),
  );
  const holdings = leads.map((index, seat) =>
    holding(practiceLead, people[index % crowd] as Member, (seat % 2) + 1, {
      practiceCode: at(index % crowd).code,
    }),
  );
  return summaryFacts({
    register: register({ practices, members: people, holdings }),
    rounds: rounds.map((given, index) => playRound(given, people, index)),
    asked: { since: closedAt(1), people: crowd, seconds: crowd * 30 },
  });
};

const playRound = (
  { named, template, replies, answers }: Dice['rounds'][number],
  people: readonly Member[],
  index: number,
): RoundFacts => {
  const survey = surveyTemplates[template] ?? surveyTemplates[0];
  if (!survey) throw new Error('There is no template');
  const turnout = people.map(({ id }, each) => ({
    personId: id,
    outcome: outcomes[replies[each % replies.length] ?? 0] ?? 'waiting',
  }));
  const answered = turnout.filter(({ outcome }) => outcome === 'answered').length;
  const tallies = survey.questions.map(({ options }, question): Tally => {
    const counts = options.map(() => 0);
    for (let each = 0; each < answered; each += 1) {
      const option = (answers[each % answers.length] ?? 0) % options.length;
      counts[option] = (counts[option] ?? 0) + 1;
    }
    return { question, cut: 'all', group: 'everyone', counts };
  });
  const results = named ? plainTables(tallies) : makeTables(tallies, 10);
  return {
    ...round({
      survey,
      template: survey.key,
      title: survey.title,
      anonymous: !named,
      closedAt: closedAt(index),
    }),
    id: `round ${index}`,
    turnout,
    results,
  };
};

/**
 * The facts of a summary. Its practices and people have names that are found wherever they stand.
 */
export const anyCcg: fc.Arbitrary<SummaryFacts> = dice.map(play);
