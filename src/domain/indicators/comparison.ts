// One indicator in one period: each practice beside all of them together.
import { pluralise } from '../text/words.ts';
import type { Indicator } from './catalogue.ts';
import { countLimits, type Limits, proportionLimits, REACH_998 } from './limits.ts';
import { extraVariance, type Point, widenedLimits } from './over-dispersion.ts';

/**
 * What is imported for a practice. Numbers are empty where the file left them blank or held them
 * back.
 */
export type Figure = {
  readonly practiceCode: string;
  readonly indicatorId: string;
  readonly period: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly expected: number | null;
};

export type Comparison = {
  readonly measure: Indicator['kind'];
  readonly value: number;
  /** All practices together; 1 where each is beside what was expected of it. */
  readonly target: number;
  readonly limits: Limits;
  /**
   * What the limits surround: the target, for a practice of this size; or the practice's own value,
   * for what chance could make of it.
   */
  readonly around: 'target' | 'value';
  readonly place: 'inside' | 'above' | 'below';
};

/** Fewer practices are too few to say what is usual among them. */
export const MIN_PRACTICES = 10;

/**
 * Each practice beside the others, or why that cannot be said of any. Those without a full figure
 * are left out.
 */
export const compareFigures = (
  indicator: Indicator,
  figures: readonly Figure[],
): Map<string, Comparison> | string => {
  const measure = measureOf(indicator, figures);
  const counts = figures.flatMap((figure) => toCount(figure, measure));
  const [counted, size] = [
    total(counts.map((each) => each.counted)),
    total(counts.map((each) => each.size)),
  ];
  if (counts.length < MIN_PRACTICES)
    return (
      `only ${pluralise(counts.length, 'practice has', 'practices have')} full figures, and ` +
      `limits need ${MIN_PRACTICES}`
    );
  if (counted === 0) return 'nothing was counted at any practice, so there are no limits';
  if (measure === 'proportion' && counted === size)
    return 'all were counted at every practice, so there are no limits';
  const compare = comparer(measure, measure === 'ratio' ? 1 : counted / size, counts);
  return new Map(counts.map((each) => [each.practiceCode, compare(each)]));
};

/**
 * A rate is compared with what was expected, for age, sex and deprivation, where every figure
 * brings that.
 */
const measureOf = ({ kind }: Indicator, figures: readonly Figure[]): Indicator['kind'] =>
  kind === 'rate' &&
  figures.every(({ numerator, expected }) => numerator === null || expected !== null)
    ? 'ratio'
    : kind;

type Count = { readonly practiceCode: string; readonly counted: number; readonly size: number };

const toCount = (
  { practiceCode, numerator, denominator, expected }: Figure,
  measure: Indicator['kind'],
): Count[] => {
  const size = measure === 'ratio' ? expected : denominator;
  return numerator !== null && size !== null && size > 0
    ? [{ practiceCode, counted: numerator, size }]
    : [];
};

/**
 * By chance alone where that explains how practices differ; widened by what it leaves unexplained
 * otherwise.
 */
const comparer = (
  measure: Indicator['kind'],
  target: number,
  counts: readonly Count[],
): ((each: Count) => Comparison) => {
  const scale = measure === 'proportion' ? arcSine : squareRoot(target);
  const centre = scale.to(target);
  const point = ({ counted, size }: Count): Point => ({
    value: scale.to(counted / size),
    spread: scale.spread(size),
  });
  const variance = extraVariance(counts.map(point), centre);
  return (each) => {
    const value = each.counted / each.size;
    if (variance === 0) return { measure, value, target, ...byChance(measure, target, each) };
    const { lower, upper } = widenedLimits(centre, scale.spread(each.size), variance, REACH_998);
    const limits = { lower: scale.from(lower), upper: scale.from(upper) };
    return { measure, value, target, limits, around: 'target', place: placeOf(value, limits) };
  };
};

const byChance = (measure: Indicator['kind'], target: number, { counted, size }: Count) => {
  if (measure === 'proportion') {
    const limits = proportionLimits(target, size, REACH_998);
    return { limits, around: 'target', place: placeOf(counted / size, limits) } as const;
  }
  const { lower, upper } = countLimits(counted, REACH_998);
  const limits = { lower: lower / size, upper: upper / size };
  return {
    limits,
    around: 'value',
    place: limits.lower > target ? 'above' : limits.upper < target ? 'below' : 'inside',
  } as const;
};

const placeOf = (value: number, { lower, upper }: Limits) =>
  value > upper ? 'above' : value < lower ? 'below' : 'inside';

/** A scale on which chance spreads figures evenly. */
type Scale = {
  to(value: number): number;
  from(scaled: number): number;
  spread(size: number): number;
};

const arcSine: Scale = {
  to: (value) => Math.asin(Math.sqrt(value)),
  from: (scaled) => Math.sin(Math.min(Math.PI / 2, Math.max(0, scaled))) ** 2,
  spread: (size) => 1 / (2 * Math.sqrt(size)),
};

/**
 * Of a count beside the count that the target would bring; unlike the logarithm, it can take a
 * count of 0.
 */
const squareRoot = (target: number): Scale => ({
  to: (value) => Math.sqrt(value / target),
  from: (scaled) => target * Math.max(0, scaled) ** 2,
  spread: (size) => 1 / (2 * Math.sqrt(target * size)),
});

const total = (numbers: readonly number[]) => numbers.reduce((sum, each) => sum + each, 0);
