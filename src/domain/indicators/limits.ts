// Limits by the published methods: within them, chance alone explains what a practice shows.

/** How far limits reach, in standard deviations, and what chance leaves beyond each of them. */
export type Reach = { readonly z: number; readonly tail: number };

export const REACH_95: Reach = { z: 1.959964, tail: 0.025 };
export const REACH_998: Reach = { z: 3.090232, tail: 0.001 };

export type Limits = { readonly lower: number; readonly upper: number };

/** Where a proportion out of `size` should lie if the practice were like all together. */
export const proportionLimits = (target: number, size: number, { z }: Reach): Limits => {
  const wide = z * Math.sqrt((target * (1 - target)) / size);
  return { lower: Math.max(0, target - wide), upper: Math.min(1, target + wide) };
};

/** What a count could have been on average: exact below 10, by Byar's method from 10. */
export const countLimits = (observed: number, reach: Reach): Limits =>
  observed < 10
    ? exactLimits(observed, reach)
    : { lower: byar(observed, -reach.z), upper: byar(observed + 1, reach.z) };

const byar = (count: number, z: number) =>
  count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3;

/** Half the quantiles of chi-square with 2 × observed, and 2 × observed + 2, degrees of freedom. */
const exactLimits = (observed: number, { tail }: Reach): Limits => ({
  lower: observed === 0 ? 0 : meanWhere(observed - 1, 1 - tail),
  upper: meanWhere(observed, tail),
});

/**
 * The mean with which a Poisson count is at most `count` with this chance. For counts below 10 it
 * is well below 40.
 */
const meanWhere = (count: number, chance: number): number => {
  let [low, high] = [0, 40];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (chanceOfAtMost(count, middle) > chance) low = middle;
    else high = middle;
  }
  return low;
};

const chanceOfAtMost = (count: number, mean: number): number => {
  let [term, sum] = [1, 1];
  for (let each = 1; each <= count; each++) {
    term *= mean / each;
    sum += term;
  }
  return sum * Math.exp(-mean);
};

/** How sure a proportion that is shown is: the Wilson interval. */
export const wilsonInterval = (counted: number, size: number, { z }: Reach): Limits => {
  const middle = 2 * counted + z ** 2;
  const wide = z * Math.sqrt(z ** 2 + 4 * counted * (1 - counted / size));
  return {
    lower: (middle - wide) / (2 * (size + z ** 2)),
    upper: (middle + wide) / (2 * (size + z ** 2)),
  };
};
