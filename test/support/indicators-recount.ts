// The limits reckoned a second time, from the definitions and in another way than the bot's: sums
// as loops, quantiles by integration.
import { readFileSync } from 'node:fs';
import { readCsv } from '../../src/files/read-csv.ts';

export type Counted = { readonly code: string; readonly counted: number; readonly size: number };

const Z = 3.090232;
const TAIL = 0.001;

/**
 * Which practices lie above or below their 99.8 % limits. `target` is 1 beside what was expected.
 */
export const placeAgain = (
  counts: readonly Counted[],
  kind: 'proportion' | 'rate' | 'ratio',
): Map<string, string> => {
  let [events, sizes] = [0, 0];
  for (const { counted, size } of counts) {
    events += counted;
    sizes += size;
  }
  const target = kind === 'ratio' ? 1 : events / sizes;
  const scores = counts.map((each) => score(each, target, kind));
  const spare = spareVariance(scores, counts, target, kind);
  return new Map(
    counts.map((each, at) => {
      if (spare === 0)
        return [
          each.code,
          kind === 'proportion' ? byBinomial(each, target) : byPoisson(each, target),
        ];
      const adjusted = (scores[at] ?? 0) / Math.sqrt(1 + spare * weight(each, target, kind));
      return [each.code, adjusted > Z ? 'above' : adjusted < -Z ? 'below' : 'inside'];
    }),
  );
};

/**
 * Twice the difference of roots, or twice the difference of arcs by the root of the size: each has
 * variance 1 by chance.
 */
const score = ({ counted, size }: Counted, target: number, kind: string) =>
  kind === 'proportion'
    ? 2 * Math.sqrt(size) * (arc(counted / size) - arc(target))
    : 2 * (Math.sqrt(counted) - Math.sqrt(target * size));

/** The arc sine of the root, by the tangent. */
const arc = (p: number) => Math.atan2(Math.sqrt(p), Math.sqrt(1 - p));

const weight = ({ size }: Counted, target: number, kind: string) =>
  4 * size * (kind === 'proportion' ? 1 : target);

const spareVariance = (
  scores: readonly number[],
  counts: readonly Counted[],
  target: number,
  kind: string,
) => {
  const [least, most] = [tenth(scores), -tenth(scores.map((each) => -each))];
  let [squares, weights, squaredWeights] = [0, 0, 0];
  scores.forEach((each, at) => {
    const drawn = each < least ? least : each > most ? most : each;
    const own = weight(counts[at] as Counted, target, kind);
    squares += drawn * drawn;
    weights += own;
    squaredWeights += own * own;
  });
  const degrees = scores.length - 1;
  return squares < degrees
    ? 0
    : Math.max(0, (squares - degrees) / (weights - squaredWeights / weights));
};

/** The 10th percentile: a tenth of the way through the gaps between the sorted scores. */
const tenth = (scores: readonly number[]) => {
  const sorted = Float64Array.from(scores).sort();
  const way = (sorted.length - 1) / 10;
  const gap = Math.trunc(way);
  const [left, right] = [sorted[gap] ?? Number.NaN, sorted[gap + 1] ?? Number.NaN];
  return left * (1 - (way - gap)) + right * (way - gap);
};

const byBinomial = ({ counted, size }: Counted, target: number) => {
  const deviation = (counted - size * target) / Math.sqrt(size * target * (1 - target));
  return deviation > Z ? 'above' : deviation < -Z ? 'below' : 'inside';
};

const byPoisson = ({ counted, size }: Counted, target: number) => {
  const quantile = counted < 10 ? chiSquareKept : wilsonHilferty;
  const lower = counted === 0 ? 0 : quantile(TAIL, 2 * counted) / 2;
  const upper = quantile(1 - TAIL, 2 * counted + 2) / 2;
  return lower > target * size ? 'above' : upper < target * size ? 'below' : 'inside';
};

/** Byar's method is this approximation to the quantile of chi-square. */
const wilsonHilferty = (chance: number, degrees: number) => {
  const step = 2 / (9 * degrees);
  return degrees * (1 - step + (chance < 0.5 ? -Z : Z) * Math.sqrt(step)) ** 3;
};

const kept = new Map<string, number>();
const chiSquareKept = (chance: number, degrees: number) => {
  const key = `${chance} ${degrees}`;
  const found = kept.get(key) ?? chiSquare(chance, degrees);
  kept.set(key, found);
  return found;
};

/**
 * The quantile of chi-square with an even number of degrees of freedom: its density added up, by
 * Simpson's rule, until there is enough.
 */
export const chiSquare = (chance: number, degrees: number): number => {
  const half = degrees / 2;
  let scale = 2 ** half;
  for (let factor = 2; factor < half; factor++) scale *= factor;
  const density = (x: number) => (x ** (half - 1) * Math.exp(-x / 2)) / scale;
  const step = 0.0005;
  let [x, sum] = [0, 0];
  for (;;) {
    const more = (step / 6) * (density(x) + 4 * density(x + step / 2) + density(x + step));
    if (sum + more >= chance) return x + (step * (chance - sum)) / more;
    sum += more;
    x += step;
  }
};

/** The real practices of each CCG with the patients registered there. */
export const readRealPractices = (
  folder: string,
): Map<string, { code: string; patients: number }[]> => {
  const [header, ...rows] = readCsv(readFileSync(`${folder}/list-size-2021.csv`));
  const at = (name: string) => header?.cells.indexOf(name) ?? -1;
  const [ccg, code, patients] = [at('CCG_CODE'), at('CODE'), at('NUMBER_OF_PATIENTS')];
  const all = rows.map(({ cells }) => ({
    ccg: cells[ccg] ?? '',
    code: cells[code] ?? '',
    patients: Number(cells[patients]),
  }));
  return Map.groupBy(all, (each) => each.ccg);
};

/** Numbers from 0 to 1 that are the same every time. */
export const seeded = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

/** A count that chance makes of a mean. */
export const drawCount = (mean: number, random: () => number): number => {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * bell(random)));
  let [events, left] = [0, Math.exp(-mean)];
  for (let product = random(); product > left; product *= random()) events++;
  return left === 1 ? 0 : events;
};

export const bell = (random: () => number) =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
