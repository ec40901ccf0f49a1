// Figures in words: the value, the period, the limits, and what they say. Never a colour, and never
// without the caveat.
import type { Words } from '../text/words.ts';
import type { Comparison } from './comparison.ts';
import { type Limits, REACH_95, wilsonInterval } from './limits.ts';
import type { Reading } from './signals.ts';

/** Stands beside every figure. */
export const CAVEAT =
  'Read with care: deprivation and other things beyond a practice’s control explain much of ' +
  'how such figures differ. They say nothing about how good its care is.';

/** Whose matter figures are not. */
export const describeKeeper = ({
  contract_holder,
  practice_lead,
}: Pick<Words, 'contract_holder' | 'practice_lead'>): string =>
  'These figures are for support. Contracts and performance management stay with ' +
  `${contract_holder}. Only the practice’s own confirmed ${practice_lead}s and the ` +
  'engagement leads see them, and each look is written into the history.';

/** One indicator of a practice: what was counted, where that lies, and what it says. */
export const describeReading = (reading: Reading): string =>
  [describeCounted(reading), ...describeLimits(reading), describeSignal(reading)]
    .filter(Boolean)
    .join('\n');

/** “8.2%, or 7.3% to 9.2% with chance allowed for (255 among 3,115).” */
const describeCounted = ({ figure, comparison }: Reading): string => {
  if (!figure || figure.numerator === null) return '';
  const { numerator, denominator, expected } = figure;
  const beside = comparison?.measure === 'ratio' || denominator === null;
  const basis = beside ? describeExpected(expected) : ` among ${formatNumber(denominator)}`;
  const counts = `${formatNumber(numerator)}${basis}`;
  if (!comparison) return `Counted: ${counts}.`;
  const { measure, value } = comparison;
  const chance =
    measure === 'proportion' &&
    denominator !== null &&
    wilsonInterval(numerator, denominator, REACH_95);
  const or = chance ? `, or ${formatRange(measure, chance)} with chance allowed for` : '';
  return `${formatValue(measure, value)}${or} (${counts}).`;
};

const describeExpected = (expected: number | null) =>
  expected === null ? '' : ` where ${formatNumber(expected)} were expected`;

const describeLimits = ({ comparison, indicator }: Reading): string[] => {
  if (!comparison) return [];
  const { measure, target, limits, around } = comparison;
  const all =
    measure === 'ratio' ? [] : [`All practices together: ${formatValue(measure, target)}.`];
  if (around === 'value')
    return [...all, `Limits around its own value: ${formatRange(measure, limits)}.`];
  const size =
    indicator.side === 'both'
      ? formatRange(measure, limits)
      : `up to ${formatValue(measure, limits.upper)}`;
  return [...all, `Limits for a practice of its size: ${size}.`];
};

const describeSignal = ({ signal, indicator }: Reading): string => {
  if (signal.kind === 'not known') return `Not known: ${signal.why}.`;
  if (signal.kind === 'worth a conversation')
    return 'Outside its limits in two periods running: worth a conversation.';
  if (!signal.steady)
    return 'Outside its limits in this period only, and one period alone says little.';
  return indicator.side === 'both' ? 'Inside its limits.' : 'Not above its limits.';
};

const formatValue = (measure: Comparison['measure'], value: number): string =>
  FORMS[measure].one(FORMS[measure].number(value));

const formatRange = (measure: Comparison['measure'], { lower, upper }: Limits): string => {
  const { number, range } = FORMS[measure];
  return range(number(lower), number(upper));
};

type MeasureWords = {
  number(value: number): string;
  one(number: string): string;
  range(from: string, to: string): string;
};

const FORMS: Readonly<Record<Comparison['measure'], MeasureWords>> = {
  proportion: {
    number: (value) => (value * 100).toFixed(1),
    one: (number) => `${number}%`,
    range: (from, to) => `${from}% to ${to}%`,
  },
  rate: {
    number: (value) => (value * 1000).toFixed(1),
    one: (number) => `${number} per 1,000`,
    range: (from, to) => `${from} to ${to} per 1,000`,
  },
  ratio: {
    number: (value) => value.toFixed(2),
    one: (number) => `${number} times what was expected`,
    range: (from, to) => `${from} to ${to} times what was expected`,
  },
};

const formatNumber = (number: number): string =>
  number.toLocaleString('en-GB', { maximumFractionDigits: 1 });
