import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoundFacts } from '../../../src/domain/summary/facts.ts';
import type { Section, Shape } from '../../../src/domain/summary/shapes.ts';
import type { ResultTable, Shown } from '../../../src/domain/surveys/anonymity.ts';
import { resultPages } from '../../../src/domain/surveys/results/pages.ts';
import { questionResults } from '../../../src/domain/surveys/results/question.ts';
import { trend } from '../../../src/domain/surveys/results/trend.ts';
import { addDays } from '../../../src/domain/time/calendar.ts';
import { monday, round, settings } from '../../world.ts';

const counts = (...numbers: number[]): Shown => ({ kind: 'counts', counts: numbers });
const hidden: Shown = { kind: 'hidden' };
const table = (cut: string, groups: Readonly<Record<string, Shown>>): ResultTable => ({
  question: 0,
  cut,
  groups: Object.entries(groups).map(([group, shown]) => ({ group, shown })),
});
const whole = (shown: Shown) => table('all', { everyone: shown });
const closed = (
  results: readonly ResultTable[],
  changes: Partial<RoundFacts> = {},
): RoundFacts => ({
  ...round({ closedAt: addDays(monday, 14) }),
  turnout: [],
  results,
  ...changes,
});
const ask = (...tables: ResultTable[]) => questionResults(closed(tables), 0, [], settings);
const chartOf = (section: Section | undefined) =>
  section?.shapes.find(({ shape }) => shape === 'bars' || shape === 'lines');
const words = (section: Section | undefined) => (section?.shapes ?? []).flatMap(rows).join('\n');
const rows = (shape: Shape) =>
  shape.shape === 'text'
    ? shape.lines
    : shape.shape === 'table'
      ? shape.rows.map((row) => row.join(' | '))
      : [];

describe('the results of a question', () => {
  it('are a chart and the same figures as a table', () => {
    const section = ask(whole(counts(12, 5, 2, 1)));
    expect(chartOf(section)).toMatchObject({
      series: [{ name: 'Everyone', values: [12, 5, 2, 1] }],
    });
    expect(words(section)).toContain(
      'Answer | Everyone\nYes, very much | 12 (60%)\nMostly | 5 (25%)',
    );
  });

  it('put people with a role beside others, as shares, where the round compares them', () => {
    const section = ask(
      table('role', { everyday: counts(5, 15, 0, 0), 'holds a role': counts(10, 0, 0, 0) }),
      whole(counts(15, 15, 0, 0)),
    );
    expect(chartOf(section)).toMatchObject({
      series: [
        { name: 'Everyone', values: [50, 50, 0, 0] },
        { name: 'With a role', values: [100, 0, 0, 0] },
        { name: 'Others', values: [25, 75, 0, 0] },
      ],
    });
    expect(words(section)).toContain('Yes, very much | 15 (50%) | 10 (100%) | 5 (25%)');
  });

  it('say in one word what is not shown, and compare nobody where nothing of it may be shown', () => {
    const section = ask(
      whole(counts(12, 5, 2, 1)),
      table('role', { 'holds a role': hidden, everyday: hidden }),
      table('locality', { Wolds: hidden, Coast: counts(10, 1, 0, 0) }),
    );
    expect(chartOf(section)).toMatchObject({ series: [{ name: 'Everyone' }] });
    expect(words(section)).toContain('By role: not shown');
    expect(words(section)).toContain(
      'By locality:\nCoast: Yes, very much 10 · Mostly 1 · Not really 0 · Not at all ' +
        '0\nWolds: not shown',
    );
  });

  it('name no group where nearly all of one agree', () => {
    const withheld: Shown = { kind: 'withheld' };
    const section = ask(
      whole(counts(18, 2, 0, 0)),
      table('locality', { Wolds: withheld, Coast: withheld }),
    );
    expect(words(section)).toContain('By locality: not shown');
    expect(words(section)).not.toMatch(/Wolds|Coast/);
  });

  it('have no chart where no figures may be shown', () => {
    expect(chartOf(ask(whole(hidden)))).toBeUndefined();
    expect(words(ask(whole({ kind: 'nearly_all', option: 1 })))).toBe(
      'Everyone: nearly all said Mostly',
    );
  });

  it('say that nobody answered where nobody did', () =>
    expect(words(ask())).toBe('Nobody answered this question.'));

  it('name who chose what in a round with names', () => {
    const answers = ['Dr Osei', 'Dr Rao'].map((name) => ({ question: 0, option: 1, name }));
    expect(
      words(questionResults(closed([whole(counts(0, 2, 0, 0))]), 0, answers, settings)),
    ).toContain('Mostly: Dr Osei and Dr Rao');
  });

  it('never show a figure of a group whose counts are not in the tables', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('role', 'locality', 'profession'), { maxLength: 3 }),
        (cuts) => {
          const section = ask(
            whole(hidden),
            ...cuts.map((cut) =>
              table(cut, { gp: hidden, nurse: { kind: 'nearly_all', option: 0 } }),
            ),
          );
          expect(JSON.stringify(section?.shapes)).not.toMatch(/\d/);
        },
      ),
    ));
});

describe('the trend of a question', () => {
  const month = (number: number, shown: Shown, changes: Partial<RoundFacts> = {}) =>
    closed([whole(shown)], {
      id: `round ${number}`,
      opensAt: addDays(monday, 30 * number),
      closedAt: addDays(monday, 30 * number + 14),
      ...changes,
    });
  const latest = month(9, counts(6, 3, 1, 0));

  it('runs from the oldest round to the newest, as shares, with the same figures in the table', () => {
    const section = trend(
      latest,
      [month(3, counts(5, 5, 0, 0)), latest, month(1, counts(0, 20, 0, 0))],
      0,
    );
    expect(chartOf(section)).toMatchObject({
      shape: 'lines',
      categories: ['21 Oct 2026', '20 Dec 2026', '18 Jun 2027'],
      series: [
        { values: [0, 50, 60] },
        { values: [100, 50, 30] },
        { values: [0, 0, 10] },
        { values: [0, 0, 0] },
      ],
    });
    expect(words(section)).toContain('21 Oct 2026 | 20 | 0% | 100% | 0% | 0%');
  });

  it('is left out where the question was asked once', () =>
    expect(trend(latest, [latest], 0)).toBeUndefined());

  it('shows at most six rounds, the latest', () => {
    const many = Array.from({ length: 9 }, (_, number) => month(number, counts(1, number, 5, 5)));
    expect(chartOf(trend(latest, many, 0))).toMatchObject({ categories: { length: 6 } });
  });

  it.each([
    ['whose whole table may not be shown', month(1, hidden)],
    ['of which only “nearly all” may be said', month(1, { kind: 'nearly_all', option: 0 })],
    ['that came later', month(11, counts(5, 5, 5, 5))],
    [
      'with other words',
      month(1, counts(5, 5), {
        survey: { questions: [{ text: 'Well?', options: ['Yes', 'No'] }], comment: '' },
      }),
    ],
  ])('leaves out a round %s', (_, other) => expect(trend(latest, [other], 0)).toBeUndefined());
});

describe('the pages of results', () => {
  const answered = (number: number) =>
    Array.from({ length: number }, (_, index) => ({
      personId: `${index}`,
      outcome: 'answered' as const,
    }));
  const pages = (changes: Partial<RoundFacts>) =>
    resultPages({
      round: closed([whole(counts(12, 5, 2, 1))], changes),
      alike: [],
      answers: [],
      comments: [{ text: 'Earlier papers', author: null }],
      words: settings,
    });

  it('are one a question, and the comments last', () =>
    expect(pages({}).map(({ name }) => name)).toEqual([
      'Next question',
      'Next question',
      'Next question',
      'Comments',
    ]));

  it('show comments where enough people answered to hide who wrote them', () => {
    expect(words(pages({ turnout: answered(10) }).at(-1)?.section)).toBe('“Earlier papers”');
    expect(words(pages({ turnout: answered(9) }).at(-1)?.section)).not.toContain('Earlier papers');
    expect(words(pages({ turnout: answered(1), anonymous: false }).at(-1)?.section)).toContain(
      'Earlier papers',
    );
  });
});
