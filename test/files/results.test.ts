import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoundFacts } from '../../src/domain/summary/facts.ts';
import { addDays } from '../../src/domain/time/calendar.ts';
import { resultsCsv } from '../../src/files/results.ts';
import { monday, round } from '../world.ts';

type Facts = Parameters<typeof resultsCsv>[0][number];

const answered = (number: number) =>
  Array.from({ length: number }, (_, index) => ({
    personId: `${index}`,
    outcome: 'answered' as const,
  }));
const facts = (changes: Partial<RoundFacts> = {}, rest: Partial<Facts> = {}): Facts => ({
  round: {
    ...round({ closedAt: addDays(monday, 14) }),
    turnout: answered(12),
    results: [
      {
        question: 0,
        cut: 'all',
        groups: [{ group: 'everyone', shown: { kind: 'counts', counts: [8, 4, 0, 0] } }],
      },
      { question: 0, cut: 'locality', groups: [{ group: 'Coast', shown: { kind: 'hidden' } }] },
      {
        question: 1,
        cut: 'all',
        groups: [{ group: 'everyone', shown: { kind: 'nearly_all', option: 2 } }],
      },
    ],
    ...changes,
  },
  answers: [],
  comments: [],
  ...rest,
});
const read = (csv: string) => parse(csv, { bom: true, columns: true }) as Record<string, string>[];

describe('the export of results', () => {
  it('opens as UTF-8 in Excel', () =>
    expect(resultsCsv([facts()]).startsWith('\uFEFFsurvey,opened,closed,')).toBe(true));

  it('has a line for each figure, with what it is of', () =>
    expect(read(resultsCsv([facts()])).slice(0, 2)).toEqual([
      {
        ...{
          survey: 'How are we doing?',
          opened: '2026-09-07',
          closed: '2026-09-21',
          names: 'anonymous',
        },
        ...{
          asked: 'people',
          reached: '12',
          answered: '12',
          what: 'answers',
          question: 'Do you know what we are trying to do this year?',
        },
        ...{
          'compared by': '',
          group: 'Everyone',
          answer: 'Yes, very much',
          number: '8',
          person: '',
          words: '',
        },
      },
      expect.objectContaining({ answer: 'Mostly', number: '4' }),
    ]));

  it('holds what was suppressed as that, and no figure of it', () => {
    const lines = read(resultsCsv([facts()]));
    expect(lines.filter(({ group }) => group === 'Coast')).toEqual([
      expect.objectContaining({ 'compared by': 'locality', answer: '', number: 'not shown' }),
    ]);
    expect(lines.filter(({ number }) => number === 'nearly all')).toEqual([
      expect.objectContaining({
        question: 'Do our decisions reflect what practices tell us?',
        answer: 'Not really',
      }),
    ]);
  });

  it('holds comments only where they may be shown, and names only where the round had them', () => {
    const comments = [{ text: 'More time', author: null }];
    const words = (changes: Partial<RoundFacts>, rest: Partial<Facts>) =>
      read(resultsCsv([facts(changes, rest)])).filter(
        ({ what }) => what === 'comment' || what === 'named answer',
      );
    expect(words({ turnout: answered(9) }, { comments })).toEqual([]);
    expect(words({}, { comments })).toEqual([
      expect.objectContaining({ words: 'More time', person: '' }),
    ]);
    const answers = [{ question: 0, option: 1, name: 'Dr Osei' }];
    expect(words({ anonymous: false, turnout: answered(1) }, { answers })).toEqual([
      expect.objectContaining({ what: 'named answer', answer: 'Mostly', person: 'Dr Osei' }),
    ]);
  });

  it.each([
    '=1+1',
    '+44',
    '-2',
    '@SUM(A1)',
    '\tx',
    '\rx',
    '＝1+1',
    '=HYPERLINK("https://example.org","x")',
  ])('shows %j as text, where Excel would have run it', (text) => {
    const lines = read(
      resultsCsv([facts({ title: text }, { comments: [{ text, author: null }] })]),
    );
    for (const cell of [lines[0]?.['survey'], lines.at(-1)?.['words']])
      expect(cell).toBe(`'${text}`);
  });

  it('gives back whatever people wrote, quotes and lines and all', () =>
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r\n', "'", ';', 'é', '👍', 'a', '=') }),
        (written) => {
          const text = `Well ${written}`;
          const lines = read(resultsCsv([facts({}, { comments: [{ text, author: null }] })]));
          expect(lines.at(-1)?.['words']).toBe(text);
        },
      ),
    ));
});
