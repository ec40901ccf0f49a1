// Practices differ by more than chance for reasons no count knows of. The additive model
// (Spiegelhalter 2005) widens the limits by as much.
import type { Limits, Reach } from './limits.ts';

/** A figure on a scale where chance spreads evenly, and how far chance spreads it. */
export type Point = { readonly value: number; readonly spread: number };

/**
 * The variance between practices that chance does not explain; 0 where chance explains all of it.
 */
export const extraVariance = (points: readonly Point[], target: number): number => {
  const scores = winsorise(points.map(({ value, spread }) => (value - target) / spread));
  const excess = sum(scores.map((score) => score ** 2)) - (scores.length - 1);
  const weights = points.map(({ spread }) => 1 / spread ** 2);
  const total = sum(weights);
  return excess <= 0 ? 0 : excess / (total - sum(weights.map((weight) => weight ** 2)) / total);
};

/** Limits around the target for a practice with this spread of its own, on the same scale. */
export const widenedLimits = (
  target: number,
  spread: number,
  variance: number,
  { z }: Reach,
): Limits => {
  const wide = z * Math.sqrt(spread ** 2 + variance);
  return { lower: target - wide, upper: target + wide };
};

/**
 * The tenth at each end is drawn in to the 10th and the 90th percentile, so that a few far ones do
 * not widen the limits for all.
 */
export const winsorise = (scores: readonly number[]): number[] => {
  const sorted = [...scores].sort((a, b) => a - b);
  const [least, most] = [percentile(sorted, 0.1), percentile(sorted, 0.9)];
  return scores.map((score) => Math.min(most, Math.max(least, score)));
};

/**
 * Between the two nearest in a straight line (type 7 of Hyndman and Fan), as the published
 * implementations take it.
 */
const percentile = (sorted: readonly number[], part: number): number => {
  const place = (sorted.length - 1) * part;
  const [below = 0, above = below] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below + (above - below) * (place - Math.floor(place));
};

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);
