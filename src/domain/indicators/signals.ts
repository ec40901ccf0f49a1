// What figures say of a practice: outside its limits in two periods running is worth a
// conversation, and nothing else is.
import { addMonths, londonMonth } from '../time/calendar.ts';
import type { Indicator } from './catalogue.ts';
import { type Comparison, compareFigures, type Figure } from './comparison.ts';
import { type Period, periodBefore, readPeriod } from './periods.ts';

export type Signal =
  /**
   * `steady` is false where the latest period is outside, for the first time: nothing to speak
   * about, and nothing to build on.
   */
  | { readonly kind: 'inside'; readonly steady: boolean }
  | { readonly kind: 'worth a conversation' }
  | { readonly kind: 'not known'; readonly why: string };

/** One indicator of one practice, as it is shown: the latest period of the CCG. */
export type Reading = {
  readonly indicator: Indicator;
  readonly period: string | null;
  readonly figure: Figure | undefined;
  readonly comparison: Comparison | undefined;
  readonly signal: Signal;
};

/** Figures whose period ended longer ago say nothing about today. */
export const MONTHS_RECENT = 24;

/** What each indicator says of each practice, by practice code. */
export const readFigures = (
  indicators: readonly Indicator[],
  figures: readonly Figure[],
  practices: readonly string[],
  now: Date,
): Map<string, Reading[]> => {
  const readers = indicators.map((indicator) =>
    readerOf(
      indicator,
      figures.filter(({ indicatorId }) => indicatorId === indicator.id),
      now,
    ),
  );
  return new Map(practices.map((code) => [code, readers.map((read) => read(code))]));
};

export type SignalKind = Signal['kind'];

/** All indicators of a practice together. One that is not known is not made up for by others. */
export const limitsOf = (readings: readonly Reading[]): SignalKind => {
  const kinds = readings.map(({ signal }) => signal.kind);
  if (kinds.includes('worth a conversation')) return 'worth a conversation';
  return kinds.length > 0 && kinds.every((kind) => kind === 'inside') ? 'inside' : 'not known';
};

const readerOf = (
  indicator: Indicator,
  figures: readonly Figure[],
  now: Date,
): ((code: string) => Reading) => {
  const latest = latestPeriod(figures);
  if (!latest)
    return () => ({ indicator, ...NOTHING, signal: notKnown('no figures have been imported') });
  const [stateIn, stateBefore] = [
    statesIn(indicator, figures, latest),
    statesIn(indicator, figures, periodBefore(latest)),
  ];
  const isOld = latest.ends < londonMonth(addMonths(now, -MONTHS_RECENT));
  return (code) => {
    const state = stateIn(code);
    const years = MONTHS_RECENT / 12;
    const old = `the latest figures, of ${latest.text}, are more than ${years} years old`;
    const signal = isOld ? notKnown(old) : signalOf(indicator, state, stateBefore(code));
    return {
      indicator,
      period: latest.text,
      figure: state.figure,
      comparison: state.comparison,
      signal,
    };
  };
};

const NOTHING = { period: null, figure: undefined, comparison: undefined };

const latestPeriod = (figures: readonly Figure[]): Period | undefined =>
  [...new Set(figures.map(({ period }) => period))]
    .flatMap((period) => readPeriod(period) ?? [])
    .sort((a, b) => b.ends.localeCompare(a.ends))[0];

/** A practice's figure in a period beside the others', or why there is nothing to compare. */
type SignalFacts = {
  readonly figure: Figure | undefined;
  readonly comparison: Comparison | undefined;
  readonly why: string;
};

const statesIn = (
  indicator: Indicator,
  all: readonly Figure[],
  { text }: Period,
): ((code: string) => SignalFacts) => {
  const figures = all.filter(({ period }) => period === text);
  const compared = compareFigures(indicator, figures);
  const own = new Map(figures.map((figure) => [figure.practiceCode, figure]));
  return (code) => {
    const figure = own.get(code);
    const comparison = typeof compared === 'string' ? undefined : compared.get(code);
    return { figure, comparison, why: whyNot(figure, compared, text) };
  };
};

const whyNot = (
  figure: Figure | undefined,
  compared: ReturnType<typeof compareFigures>,
  period: string,
): string => {
  if (!figure) return `there are no figures for ${period}`;
  if (figure.numerator === null)
    return `the figure for ${period} was left blank or held back in the file`;
  return typeof compared === 'string'
    ? `for ${period} ${compared}`
    : `what was expected for ${period} is missing`;
};

const signalOf = ({ side }: Indicator, latest: SignalFacts, before: SignalFacts): Signal => {
  const isOutside = ({ place }: Comparison) =>
    place === 'above' || (place === 'below' && side === 'both');
  if (!latest.comparison) return notKnown(latest.why);
  if (!isOutside(latest.comparison)) return { kind: 'inside', steady: true };
  if (!before.comparison) return notKnown(`one period outside says too little, and ${before.why}`);
  return isOutside(before.comparison)
    ? { kind: 'worth a conversation' }
    : { kind: 'inside', steady: false };
};

const notKnown = (why: string): Signal => ({ kind: 'not known', why });
