import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { indicatorsOf } from '../../src/domain/indicators/catalogue.ts';
import {
  compareWithKept,
  describeFigureDifference,
} from '../../src/domain/indicators/figure-import.ts';
import { readIndicators } from '../../src/files/indicators.ts';
import { monday } from '../world.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const kept = {
  indicators: indicatorsOf({
    indicators: ['91212=A ratio|ratio|both', '93553=Deprivation score|proportion|both'],
  }),
  practices: new Set(['Y99001', 'Y99002']),
  now: monday,
};
const HEADER = 'practice_code,indicator_id,period,numerator,denominator';
const read = (...lines: string[]) => readIndicators(bytes(lines.join('\n')), kept);
const reasons = (...lines: string[]) =>
  read(HEADER, ...lines).bad.map(({ line, reason }) => `${line}: ${reason}`);

describe('figures in a file of our own', () => {
  it('a row is what an indicator counted at a practice in a period', () =>
    expect(
      read(
        `${HEADER},expected`,
        'y99001,Emergency_Admissions,2019/20,791,8420,',
        'Y99002,91212,2019 q1,12,,10.5',
      ),
    ).toEqual({
      rows: [
        {
          ...{ practiceCode: 'Y99001', indicatorId: 'emergency_admissions', period: '2019/20' },
          ...{ numerator: 791, denominator: 8420, expected: null },
        },
        {
          ...{ practiceCode: 'Y99002', indicatorId: '91212', period: '2019 Q1' },
          ...{ numerator: 12, denominator: null, expected: 10.5 },
        },
      ],
      bad: [],
      elsewhere: 0,
    }));

  it.each([
    'Practice Code,Indicator ID,Period,Numerator,Denominator',
    'PRACTICE_CODE,INDICATOR_ID,PERIOD,NUMERATOR,DENOMINATOR',
    'practice-code,indicatorId,period,numerator,denominator',
  ])('the header may be spelled “%s”', (header) =>
    expect(read(header, 'Y99001,prescribing,2019/20,1,10').rows).toMatchObject([
      { practiceCode: 'Y99001', numerator: 1 },
    ]),
  );

  it.each(['', '*', '-', 'n/a', 'NULL', 'suppressed'])(
    'a count of “%s” is held back, and stays not known',
    (cell) => {
      const { rows, bad } = read(HEADER, `Y99001,prescribing,2019/20,${cell},100`);
      expect([rows[0]?.numerator, bad]).toEqual([null, []]);
    },
  );

  it('a count of 0 is a count', () =>
    expect(read(HEADER, 'Y99001,prescribing,2019/20,0,100').rows[0]?.numerator).toBe(0));

  it('rows that cannot be used are named by line and reason, and the rest can be', () => {
    const good = 'Y99001,prescribing,2019/20,81,1000';
    expect(
      reasons(
        'A00000,prescribing,2019/20,81,1000',
        ',prescribing,2019/20,81,1000',
        'Y99001,flu,2019/20,81,1000',
        'Y99001,prescribing,last year,81,1000',
        'Y99001,prescribing,2026/27,81,1000',
        'Y99001,prescribing,2019/20,8.1%,1000',
        'Y99001,prescribing,2019/20,0.081,1',
        'Y99001,prescribing,2019/20,many,1000',
        'Y99001,prescribing,2019/20,-1,1000',
        'Y99001,prescribing,2019/20,81,0',
        'Y99001,prescribing,2019/20,81,-5',
        'Y99001,prescribing,2019/20,81,100%',
        'Y99001,prescribing,2019/20,81,',
        'Y99001,prescribing,2019/20,81,80',
        good,
        good.replace('prescribing', 'Prescribing'),
      ),
    ).toEqual([
      '2: A00000 is not a practice of this CCG',
      '3: no code is not a practice of this CCG',
      '4: “flu” is none of this CCG’s indicators, which are 91212, 93553, ' +
        'emergency_admissions, prescribing',
      '5: the period must be one such as 2019, 2018/19, 2019 Q1, 2018/19 Q1 or 2019-03',
      '6: 2026/27 is not over yet',
      '7: the numerator must be a whole number: a count is asked, not a percentage or a share',
      '8: the numerator must be a whole number: a count is asked, not a percentage or a share',
      '9: the numerator must be a whole number: a count is asked, not a percentage or a share',
      '10: the numerator is below 0',
      '11: the denominator must be above 0',
      '12: the denominator must be above 0',
      '13: the denominator must be a number, such as 1234',
      '14: the denominator is missing',
      '15: the numerator is above the denominator',
      '17: the same practice, indicator and period as line 16',
    ]);
    expect(read(HEADER, 'A00000,prescribing,2019/20,81,1000', good).rows).toHaveLength(1);
  });

  it('beside what was expected a count may be above its denominator', () =>
    expect(read(`${HEADER},expected`, 'Y99001,91212,2019/20,81,80,70').rows).toHaveLength(1));

  it('a file without the columns is refused with their names', () =>
    expect(() => read('practice_code,period', 'Y99001,2019/20')).toThrow(
      'The first line must name the columns practice_code, indicator_id, period, numerator, ' +
        'denominator. Missing: indicator_id, numerator, denominator.',
    ));
});

describe('a download from Fingertips', () => {
  const header = (compared = 'Compared to percentiles') =>
    'Indicator ID,Indicator Name,Parent Code,Parent Name,Area Code,Area Name,Area ' +
    'Type,Sex,Age,Category Type,Category,Time period,Value,Lower CI 95.0 limit,Upper CI 95.0 ' +
    'limit,Lower CI 99.8 limit,Upper CI 99.8 limit,Count,Denominator,Value note,Recent ' +
    `Trend,Compared to England value or percentiles,${compared},Time period Sortable,New ` +
    'data,Compared to goal,Time period range';
  const row = (code: string, type: string, value: string, count: string, out: string) =>
    `93553,Deprivation score,E92000001,England,${code},A Surgery,${type},Persons,All ` +
    `ages,,,2019/20,${value},,,,,${count},${out},,,,,20190000,,,1y`;

  it.each(['GP', 'GPs'])(
    'rows of practices, as area type “%s”, are read; England and others are left out and counted',
    (type) =>
      expect(
        read(
          header(),
          row('E92000001', 'England', '20', '99', '100'),
          row('Y99001', type, '20', '20', '100'),
          row('A81001', type, '20', '20', '100'),
        ),
      ).toMatchObject({
        rows: [{ practiceCode: 'Y99001', period: '2019/20', numerator: 20, denominator: 100 }],
        bad: [],
        elsewhere: 2,
      }),
  );

  it('what practices are compared to may be named in any way', () =>
    expect(
      read(
        header('Compared to CCGs (2021/22) value or percentiles'),
        row('Y99001', 'GP', '20', '20', '100'),
      ).rows,
    ).toHaveLength(1));

  it('blanks stay not known', () =>
    expect(read(header(), row('Y99001', 'GP', '', '', '')).rows).toMatchObject([
      { numerator: null, denominator: null },
    ]));

  it('rows go through the same checks as those of our own', () =>
    expect(read(header(), row('Y99001', 'GP', '20', '20', '10')).bad).toEqual([
      { line: 2, reason: 'the numerator is above the denominator' },
    ]));

  it(
    'a score without a count is named by line, and refused in a sentence where there is ' +
      'nothing else',
    () => {
      const [score, count] = [
        row('Y99001', 'GP', '35.87', '', ''),
        row('Y99002', 'GP', '20', '20', '100'),
      ];
      expect(read(header(), score, count)).toMatchObject({
        rows: [{ practiceCode: 'Y99002' }],
        bad: [
          {
            line: 2,
            reason:
              'a score without a count, and limits can only be reckoned from counts and what ' +
              'they are out of',
          },
        ],
      });
      expect(() => read(header(), score)).toThrow(
        'None of the practices’ rows can be used: indicator 93553, Deprivation score, is a ' +
          'score without a count, and limits can only be reckoned from counts and what they are ' +
          'out of.',
      );
    },
  );

  it('without practices it says what to choose', () =>
    expect(() => read(header(), row('E38000075', 'CCGs', '20', '20', '100'))).toThrow(
      'choose GPs as its areas',
    ));

  const folder = process.env['REAL_DATA'];
  it.skipIf(!folder)(
    'the real one of deprivation is a score, and is refused as one (left out where REAL_DATA ' +
      'names no folder)',
    () =>
      expect(() => readIndicators(readFileSync(`${folder}/fingertips-imd-2019.csv`), kept)).toThrow(
        'indicator 93553, Deprivation score (IMD 2019), is a score without a count',
      ),
  );
});

describe('what a file would change', () => {
  const figure = {
    practiceCode: 'Y99001',
    indicatorId: 'a',
    period: '2019',
    numerator: 1,
    denominator: 10,
    expected: null,
  };
  const next = { ...figure, period: '2020' };

  it('new and changed figures, and nothing the second time', () => {
    const difference = compareWithKept([figure], [{ ...figure, numerator: null }, next]);
    expect(difference).toEqual({
      added: [next],
      changed: [{ ...figure, numerator: null }],
      unchanged: 0,
    });
    expect(describeFigureDifference(difference, 7)).toEqual([
      '1 new figure',
      '1 changed',
      '1 of them left blank or held back in the file, which stay not known',
      '0 unchanged',
      '7 rows of other areas left out',
    ]);
    expect(compareWithKept([figure, next], [figure, next])).toEqual({
      added: [],
      changed: [],
      unchanged: 2,
    });
  });
});
