import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countLimits,
  type Limits,
  proportionLimits,
  REACH_95,
  REACH_998,
  wilsonInterval,
} from '../../../src/domain/indicators/limits.ts';
import {
  extraVariance,
  widenedLimits,
  winsorise,
} from '../../../src/domain/indicators/over-dispersion.ts';
import { chiSquare } from '../../support/indicators-recount.ts';

const rounded = ({ lower, upper }: Limits, digits: number) => [
  lower.toFixed(digits),
  upper.toFixed(digits),
];

describe('the limits that are published', () => {
  it('of a proportion of 0.1 among 200', () => {
    expect(rounded(proportionLimits(0.1, 200, REACH_95), 5)).toEqual(['0.05842', '0.14158']);
    expect(rounded(proportionLimits(0.1, 200, REACH_998), 5)).toEqual(['0.03445', '0.16555']);
  });

  it('of a count by Byar’s method', () => {
    expect(rounded(countLimits(100, REACH_95), 3)).toEqual(['81.362', '121.628']);
    expect(rounded(countLimits(100, REACH_998), 3)).toEqual(['71.904', '134.944']);
    expect(rounded(countLimits(10, REACH_95), 3)).toEqual(['4.787', '18.391']);
    // z as it is often rounded
    expect(rounded(countLimits(10, { ...REACH_95, z: 1.96 }), 3)).toEqual(['4.787', '18.392']);
  });

  it('of a count below 10, exactly: half the quantiles of chi-square', () => {
    expect(rounded(countLimits(0, REACH_95), 4)).toEqual(['0.0000', '3.6889']);
    expect(rounded(countLimits(5, REACH_95), 4)).toEqual(['1.6235', '11.6683']);
    for (let observed = 1; observed < 10; observed++) {
      const { lower, upper } = countLimits(observed, REACH_998);
      expect(lower).toBeCloseTo(chiSquare(0.001, 2 * observed) / 2, 6);
      expect(upper).toBeCloseTo(chiSquare(0.999, 2 * observed + 2) / 2, 6);
    }
  });

  it('of a proportion that is shown, by Wilson', () => {
    expect(rounded(wilsonInterval(20, 200, REACH_95), 5)).toEqual(['0.06567', '0.14941']);
    expect(rounded(wilsonInterval(20, 200, REACH_998), 5)).toEqual(['0.05164', '0.18482']);
  });
});

describe('limits', () => {
  const target = fc.double({ min: 0.001, max: 0.999, noNaN: true });
  const size = fc.integer({ min: 1, max: 50_000 });
  const observed = fc.integer({ min: 0, max: 5_000 });

  it('of a proportion lie within 0 and 1 around the target, and draw in as a practice grows', () =>
    fc.assert(
      fc.property(target, size, (share, many) => {
        const [near, far] = [
          proportionLimits(share, many * 2, REACH_998),
          proportionLimits(share, many, REACH_998),
        ];
        expect(far.lower).toBeGreaterThanOrEqual(0);
        expect(far.upper).toBeLessThanOrEqual(1);
        expect(near.lower).toBeGreaterThanOrEqual(far.lower);
        expect(near.upper).toBeLessThanOrEqual(far.upper);
        expect(near.lower <= share && share <= near.upper).toBe(true);
      }),
    ));

  it(
    'of a count surround it, reach further at 99.8 % than at 95 %, and rise with it, also from ' +
      'exact to approximate',
    () =>
      fc.assert(
        fc.property(fc.oneof(observed, fc.integer({ min: 0, max: 12 })), (count) => {
          const [near, far, next] = [
            countLimits(count, REACH_95),
            countLimits(count, REACH_998),
            countLimits(count + 1, REACH_998),
          ];
          expect(far.lower).toBeLessThanOrEqual(near.lower);
          expect(near.lower).toBeLessThanOrEqual(count);
          expect(near.upper).toBeGreaterThan(count);
          expect(far.upper).toBeGreaterThan(near.upper);
          expect(next.lower).toBeGreaterThan(far.lower);
          expect(next.upper).toBeGreaterThan(far.upper);
        }),
      ),
  );

  it('by Wilson lie within 0 and 1 around what was counted', () =>
    fc.assert(
      fc.property(size, fc.double({ min: 0, max: 1, noNaN: true }), (many, share) => {
        const counted = Math.floor(many * share);
        const { lower, upper } = wilsonInterval(counted, many, REACH_998);
        expect(lower).toBeGreaterThanOrEqual(-1e-12);
        expect(upper).toBeLessThanOrEqual(1 + 1e-12);
        expect(lower - 1e-12 <= counted / many && counted / many <= upper + 1e-12).toBe(true);
      }),
    ));
});

describe('over-dispersion', () => {
  const point = (value: number, spread = 1) => ({ value, spread });
  const scores = fc.array(fc.double({ min: -20, max: 20, noNaN: true }), {
    minLength: 10,
    maxLength: 60,
  });

  it(
    'the tenth at each end is drawn in to the percentile, between two neighbours in a straight ' +
      'line',
    () => {
      expect(winsorise([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([
        1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 9,
      ]);
      expect(winsorise([3, 0, 1, 2])).toEqual([2.7, expect.closeTo(0.3), 1, 2]);
    },
  );

  it('there is none where practices differ by no more than chance', () => {
    expect(
      extraVariance(
        [-1, -0.5, 0, 0.5, 1, 0, 0, 0.5, -0.5, 0].map((value) => point(value)),
        0,
      ),
    ).toBe(0);
    expect(extraVariance(Array(10).fill(point(3)), 3)).toBe(0);
  });

  it('where they differ by more, it is what chance leaves over', () => {
    const points = [-4, -4, -4, -4, -4, 4, 4, 4, 4, 4].map((value) => point(value));
    expect(extraVariance(points, 0)).toBeCloseTo((10 * 16 - 9) / (10 - 10 / 10), 12);
  });

  it('is never below 0, whoever comes first, and widens limits', () =>
    fc.assert(
      fc.property(scores, fc.double({ min: 0.01, max: 2, noNaN: true }), (values, spread) => {
        const points = values.map((value) => point(value, spread));
        const variance = extraVariance(points, 0);
        expect(variance).toBeGreaterThanOrEqual(0);
        expect(extraVariance([...points].reverse(), 0)).toBeCloseTo(variance, 6);
        const [plain, wide] = [
          widenedLimits(0, spread, 0, REACH_998),
          widenedLimits(0, spread, variance, REACH_998),
        ];
        expect(wide.upper).toBeGreaterThanOrEqual(plain.upper);
        expect(wide.lower).toBe(-wide.upper);
      }),
    ));
});
