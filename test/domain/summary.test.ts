import { describe, expect, it } from 'vitest';
import type { RoundFacts, SummaryFacts } from '../../src/domain/summary/facts.ts';
import { localityGroups } from '../../src/domain/summary/seats.ts';
import { summarise } from '../../src/domain/summary/sections.ts';
import type { Shape } from '../../src/domain/summary/shapes.ts';
import {
  chair,
  diabetesLead,
  haddad,
  holding,
  monday,
  morgan,
  osei,
  person,
  practice,
  practiceLead,
  register,
  riverside,
  round,
  settings,
} from '../world.ts';

const practices = ['Fernbridge', 'Harbourside', 'The Wolds'].flatMap((locality) =>
  [1, 2, 3, 4].map((number) => practice(`${locality}-${number}`, `${locality} ${number}`, locality)),
);
const people = practices.map(({ name }, index) => person(`Dr ${name}`, [practices[index] ?? riverside]));
const world = register({
  practices,
  members: [...people, osei, morgan, haddad],
  holdings: [
    holding(practiceLead, osei, 1, { practiceCode: 'Fernbridge-1' }),
    holding(practiceLead, morgan, 2, { practiceCode: 'Fernbridge-1' }),
    holding(diabetesLead, haddad, 1),
    holding(chair, haddad, 1),
  ],
});
const closed = (turnout: RoundFacts['turnout'], counts = [20, 5, 3, 2]): RoundFacts => ({
  ...round({ closedAt: monday }),
  turnout,
  results: [{ question: 0, cut: 'all', groups: [{ group: 'everyone', shown: { kind: 'counts', counts } }] }],
});
const facts = (changes: Partial<SummaryFacts> = {}): SummaryFacts => ({
  name: 'NHS Fernshire CCG',
  words: settings,
  register: world,
  rounds: [],
  now: monday,
  ...changes,
});
const inWords = (given: SummaryFacts) =>
  summarise(given)
    .flatMap(({ title, shapes }) => [title, ...shapes.flatMap(words)])
    .join('\n');
const words = (shape: Shape) =>
  shape.shape === 'text' ? shape.lines : shape.shape === 'table' ? shape.rows.map((row) => row.join(' | ')) : [];

describe('the summary', () => {
  it('counts people at each level once, however many seats they hold', () =>
    expect(inWords(facts())).toContain('Leadership: 1 · Clinical area lead: 1 · Practice lead: 2 · Everyday: 15'));

  it('counts practices with a lead by locality, in alphabetical order', () => {
    expect(inWords(facts())).toContain(
      'Fernbridge | 4 | 1 | 2 of 8\nHarbourside | 4 | 0 | 0 of 8\nThe Wolds | 4 | 0 | 0 of 8\nAll | 12 | 1 | 2 of 24',
    );
    expect(inWords(facts())).toContain('Free seats: 22 for practice leads');
  });

  it('reports role holders and others apart, and “not now” as an answer', () => {
    const holders = [osei, morgan, haddad].map(({ id }) => ({ personId: id, outcome: 'answered' as const }));
    const withRole = [...holders, ...holders.map(({ personId }) => ({ personId, outcome: 'answered' as const }))];
    const others = people
      .slice(0, 6)
      .map(({ id }, index) => ({ personId: id, outcome: index < 2 ? ('not_now' as const) : ('waiting' as const) }));
    const text = inWords(facts({ rounds: [closed([...withRole, ...others])] }));
    expect(text).toContain('Of 6 people with a role: 6 answered, 0 said not now, 0 no reply');
    expect(text).toContain('Of 6 others: 0 answered, 2 said not now, 4 no reply');
  });

  it('does not split a round where one of the groups is so small that it would point at people', () => {
    const turnout = [
      { personId: osei.id, outcome: 'waiting' as const },
      ...people.slice(0, 6).map(({ id }) => ({ personId: id, outcome: 'answered' as const })),
    ];
    expect(inWords(facts({ rounds: [closed(turnout)] }))).toContain('Of 7 people: 6 answered, 0 said not now, 1 no reply');
  });

  it('says what was heard in the latest round that has closed', () => {
    const text = inWords(facts({ rounds: [{ ...closed([]), closedAt: null, results: null }, closed([])] }));
    expect(text).toContain(
      'Do you know what we are trying to do this year? Yes, very much 20 · Mostly 5 · Not really 3 · Not at all 2',
    );
  });

  it('names nobody and no practice', () => {
    const text = inWords(facts({ rounds: [closed(people.map(({ id }) => ({ personId: id, outcome: 'waiting' as const })))] }));
    for (const { name } of [...people, ...practices, osei]) expect(text).not.toContain(name);
  });

  it('has every figure of a chart in its text or table too', () => {
    for (const { shapes } of summarise(facts())) {
      const text = shapes.flatMap(words).join('\n');
      const figures = shapes.flatMap((shape) => (shape.shape === 'bars' ? shape.series.flatMap(({ values }) => values) : []));
      for (const figure of figures) expect(text).toMatch(new RegExp(`\\b${figure}\\b`));
    }
  });
});

describe('localities in public', () => {
  const groups = (...sizes: number[]) =>
    localityGroups(
      {
        practices: sizes.flatMap((size, index) =>
          Array.from({ length: size }, (_, number) => practice(`${index}-${number}`, 'x', `L${index}`)),
        ),
      },
      settings,
    ).map(({ name, codes }) => [name, codes.length]);

  it('of three practices or more are shown, in alphabetical order', () =>
    expect(groups(3, 5, 4)).toEqual([
      ['L0', 3],
      ['L1', 5],
      ['L2', 4],
    ]));
  it('of fewer are taken together', () =>
    expect(groups(4, 2, 1)).toEqual([
      ['L0', 4],
      ['Smaller localities', 3],
    ]));
  it('of fewer, alone, are joined by the next smallest', () =>
    expect(groups(4, 5, 1)).toEqual([
      ['L1', 5],
      ['Smaller localities', 5],
    ]));
});
