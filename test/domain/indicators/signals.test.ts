import { describe, expect, it } from 'vitest';
import {
  type Indicator,
  indicatorsOf,
  readIndicator,
} from '../../../src/domain/indicators/catalogue.ts';
import {
  type Comparison,
  compareFigures,
  type Figure,
} from '../../../src/domain/indicators/comparison.ts';
import { periodBefore, readPeriod } from '../../../src/domain/indicators/periods.ts';
import { readFigures } from '../../../src/domain/indicators/signals.ts';
import { checkSetting, readSettings } from '../../../src/domain/settings.ts';
import {
  bell,
  drawCount,
  placeAgain,
  readRealPractices,
  seeded,
} from '../../support/indicators-recount.ts';
import { settings } from '../../world.ts';

const now = new Date('2020-11-02T09:00:00Z');
const admissions: Indicator = {
  id: 'a',
  name: 'Emergency admissions',
  kind: 'rate',
  side: 'higher',
};
const prescribing: Indicator = { id: 'p', name: 'Prescribing', kind: 'proportion', side: 'both' };
const ratio: Indicator = { id: 'r', name: 'A ratio', kind: 'ratio', side: 'both' };

const figure = (
  practiceCode: string,
  numerator: number | null,
  changes: Partial<Figure> = {},
): Figure => ({
  ...{ practiceCode, indicatorId: 'a', period: '2019/20', numerator, expected: null },
  denominator: numerator === null ? null : 10_000,
  ...changes,
});

const usual = [980, 1010, 990, 1000, 1020, 1005, 995, 985, 1015, 1000];
/** Ten practices that differ by chance alone, and one more. */
const period = (
  own: number | null | undefined,
  changes: Partial<Figure> = {},
  others = usual,
): Figure[] => [
  ...others.map((numerator, at) => figure(`Y${at}`, numerator, changes)),
  ...(own === undefined ? [] : [figure('OWN', own, changes)]),
];
const read = (indicator: Indicator, figures: readonly Figure[], at = now) =>
  readFigures(
    [indicator],
    figures.map((each) => ({ ...each, indicatorId: indicator.id })),
    ['OWN'],
    at,
  ).get('OWN')?.[0];
const signal = (...given: Parameters<typeof read>) => read(...given)?.signal;
const before = { period: '2018/19' };

describe('what figures say of a practice', () => {
  it('outside its limits in two periods running is worth a conversation', () =>
    expect(signal(admissions, [...period(1400), ...period(1380, before)])).toEqual({
      kind: 'worth a conversation',
    }));

  it('outside in one period alone is nothing to speak about, and nothing to build on', () =>
    expect(signal(admissions, [...period(1400), ...period(1010, before)])).toEqual({
      kind: 'inside',
      steady: false,
    }));

  it('outside before and inside now is inside', () =>
    expect(signal(admissions, [...period(1010), ...period(1400, before)])).toEqual({
      kind: 'inside',
      steady: true,
    }));

  it('fewer emergency admissions than usual are inside: that side counts for nothing', () =>
    expect(signal(admissions, [...period(600), ...period(600, before)])).toEqual({
      kind: 'inside',
      steady: true,
    }));

  it('of prescribing either side counts', () => {
    expect(signal(prescribing, [...period(600), ...period(600, before)])).toEqual({
      kind: 'worth a conversation',
    });
    expect(signal(prescribing, [...period(1400), ...period(1400, before)])).toEqual({
      kind: 'worth a conversation',
    });
  });

  it('two periods with one missing between them are not two periods running', () =>
    expect(signal(admissions, [...period(1400), ...period(1400, { period: '2017/18' })])).toEqual({
      kind: 'not known',
      why: 'one period outside says too little, and there are no figures for 2018/19',
    }));

  it.each<[string, Figure[], string]>([
    ['nothing was imported', [], 'no figures have been imported'],
    ['its row is missing', period(undefined), 'there are no figures for 2019/20'],
    [
      'its figure was held back',
      period(null),
      'the figure for 2019/20 was left blank or held back in the file',
    ],
    [
      'others are fewer than 9',
      period(1000, {}, usual.slice(0, 8)),
      'for 2019/20 only 9 practices have full figures, and limits need 10',
    ],
    [
      'it is the only one',
      period(1000, {}, []),
      'for 2019/20 only 1 practice has full figures, and limits need 10',
    ],
    [
      'nobody was admitted anywhere',
      period(0, {}, Array(10).fill(0)),
      'for 2019/20 nothing was counted at any practice, so there are no limits',
    ],
    [
      'the year is long gone',
      period(1400, { period: '2017/18' }),
      'the latest figures, of 2017/18, are more than 2 years old',
    ],
  ])('where %s it is not known, and why is said', (_, figures, why) =>
    expect(signal(admissions, figures)).toEqual({ kind: 'not known', why }),
  );

  it('where everybody was counted everywhere, a proportion has no limits', () =>
    expect(signal(prescribing, period(10_000, {}, Array(10).fill(10_000)))).toMatchObject({
      kind: 'not known',
    }));

  it('a ratio without what was expected is not known, and why is said', () =>
    expect(signal(ratio, [...period(undefined, { expected: 1000 }), figure('OWN', 1000)])).toEqual({
      kind: 'not known',
      why: 'what was expected for 2019/20 is missing',
    }));

  it('ten practices are enough', () =>
    expect(signal(admissions, period(1000, {}, usual.slice(0, 9)))).toEqual({
      kind: 'inside',
      steady: true,
    }));

  it(
    'a rate is compared with what was expected where every figure brings it, and with all ' +
      'together otherwise',
    () => {
      const figures = usual.map((numerator, at) =>
        figure(`Y${at}`, numerator, { expected: numerator }),
      );
      const deprived = figure('OWN', 1400, { expected: 1390 });
      const measureOf = (all: Figure[]) =>
        (compareFigures(admissions, all) as Map<string, Comparison>).get('OWN');
      expect(measureOf([...figures, deprived])).toMatchObject({
        measure: 'ratio',
        target: 1,
        place: 'inside',
      });
      expect(measureOf([...figures, { ...deprived, expected: null }])).toMatchObject({
        measure: 'rate',
        place: 'above',
      });
    },
  );

  it('where practices differ by more than chance, limits are wider for all', () => {
    const spread = [700, 800, 850, 900, 950, 1050, 1100, 1150, 1200, 1300];
    const placed = (others: number[]) =>
      (compareFigures(admissions, period(1150, {}, others)) as Map<string, Comparison>).get('OWN');
    expect(placed(usual)).toMatchObject({ place: 'above', around: 'value' });
    expect(placed(spread)).toMatchObject({ place: 'inside', around: 'target' });
  });
});

describe('periods', () => {
  it.each([
    ['2019', '2018', '2019-12'],
    ['2019/20', '2018/19', '2020-03'],
    [' 2019 q1 ', '2018 Q4', '2019-03'],
    ['2019/20 Q4', '2019/20 Q3', '2020-03'],
    ['2019/20 Q1', '2018/19 Q4', '2019-06'],
    ['2019-01', '2018-12', '2019-01'],
    ['1999/00', undefined, undefined],
    ['2019/21', undefined, undefined],
    ['2019-20', undefined, undefined],
    ['2015 - 17', undefined, undefined],
  ])('“%s” comes after %s and ends with %s', (text, previous, ends) => {
    const found = readPeriod(text);
    expect([found && periodBefore(found).text, found?.ends]).toEqual([previous, ends]);
  });
});

describe('the indicators of a CCG', () => {
  it('are emergency admissions, of which more is the side, and prescribing with either', () =>
    expect(indicatorsOf(settings).map(({ id, kind, side }) => [id, kind, side])).toEqual([
      ['emergency_admissions', 'rate', 'higher'],
      ['prescribing', 'proportion', 'both'],
    ]));

  it('others are added by a setting, which reads back as it is shown', () => {
    const text = 'flu_jabs=Flu jabs|proportion|both, prescribing = Antibiotics | ratio | higher';
    const changed = readSettings(checkSetting(settings, 'indicators', text));
    expect(indicatorsOf(changed)).toMatchObject([
      { name: 'Antibiotics', id: 'prescribing', kind: 'ratio', side: 'higher' },
      { id: 'emergency_admissions' },
      { name: 'Flu jabs' },
    ]);
    expect(checkSetting(settings, 'indicators', String(changed.indicators))).toEqual(changed);
  });

  it.each([
    'Flu jabs',
    'flu=Flu|percentage|both',
    'flu=Flu|rate|lower',
    '=Flu|rate|both',
    'a b=Flu|rate|both',
  ])('“%s” is refused with what to write', (line) => {
    expect(readIndicator(line)).toBeUndefined();
    expect(checkSetting(settings, 'indicators', line)).toEqual({
      code: 'setting_invalid',
      refused: 'Write each as id=Name|kind|side, such as flu_jabs=Flu jabs|proportion|both.',
    });
  });
});

const folder = process.env['REAL_DATA'];

/** Counts that chance, and how practices differ beyond it, make of the real list sizes. */
const generate = (
  patients: number,
  { share, differ }: { share: number; differ: number },
  random: () => number,
) => Math.min(patients, drawCount(patients * share * Math.exp(differ * bell(random)), random));

describe('every practice of England, with its real list size and a generated indicator', () => {
  it.skipIf(!folder).each([
    ['by chance alone', { share: 0.09, differ: 0 }],
    ['beyond chance', { share: 0.09, differ: 0.25 }],
    ['with counts below 10', { share: 0.0005, differ: 0.3 }],
  ])(
    '%s, lies where a second reckoning in another way puts it (left out where REAL_DATA ' +
      'names no folder)',
    (_, how) => {
      const random = seeded(2021);
      const ccgs = [...readRealPractices(folder ?? '').values()].filter(
        ({ length }) => length >= 10,
      );
      const found = { inside: 0, above: 0, below: 0 };
      for (const practices of ccgs)
        for (const indicator of [admissions, prescribing, ratio]) {
          const counts = practices.map(({ code, patients }) => ({
            code,
            size: patients,
            counted: generate(patients, how, random),
          }));
          const sizes = counts.map((each) => ({
            ...each,
            size: indicator === ratio ? each.size * how.share : each.size,
          }));
          const figures = sizes.map(({ code, counted, size }) =>
            figure(code, counted, {
              denominator: size,
              expected: indicator === ratio ? size : null,
            }),
          );
          const compared = compareFigures(indicator, figures) as Map<string, Comparison>;
          const again = placeAgain(sizes, indicator.kind);
          for (const { code } of practices) {
            const place = compared.get(code)?.place;
            expect([code, place]).toEqual([code, again.get(code)]);
            if (place) found[place]++;
          }
        }
      expect(found.inside + found.above + found.below).toBeGreaterThan(19_000);
      expect(
        Math.min(found.inside, found.above, found.below),
        'meets practices on every side',
      ).toBeGreaterThan(0);
    },
  );
});
