// Periods as files write them: 2019, 2018/19, 2019 Q1, 2018/19 Q1 and 2019-03.

export type Period = {
  /** Written in one way. */
  readonly text: string;
  /** Periods follow one another only within a kind. */
  readonly kind: 'year' | 'financial year' | 'quarter' | 'financial quarter' | 'month';
  /** One more than the period before. */
  readonly number: number;
  /** Its last month, YYYY-MM. */
  readonly ends: string;
};

/** A period, or undefined where the text is none we know. */
export const readPeriod = (text: string): Period | undefined => {
  const trimmed = text.trim().toUpperCase();
  for (const { form, read } of FORMS) {
    const found = form.exec(trimmed);
    if (found) return read(Number(found[1]), Number(found[2]), Number(found[3]));
  }
  return undefined;
};

export const PERIODS_KNOWN = 'such as 2019, 2018/19, 2019 Q1, 2018/19 Q1 or 2019-03';

/** The period before, for saying which one is missing. */
export const periodBefore = ({ kind, number }: Period): Period => MAKE[kind](number - 1);

const yearMonth = (year: number, month: number) =>
  `${year + Math.floor((month - 1) / 12)}-${pad(((month - 1) % 12) + 1)}`;
const pad = (number: number) => String(number).padStart(2, '0');
const financial = (year: number) => `${year}/${pad((year + 1) % 100)}`;

const MAKE: Readonly<Record<Period['kind'], (number: number) => Period>> = {
  year: (number) => ({ kind: 'year', number, text: String(number), ends: yearMonth(number, 12) }),
  'financial year': (number) => ({
    kind: 'financial year',
    number,
    text: financial(number),
    ends: yearMonth(number, 15),
  }),
  quarter: (number) => {
    const [year, quarter] = [Math.floor(number / 4), (number % 4) + 1];
    return {
      kind: 'quarter',
      number,
      text: `${year} Q${quarter}`,
      ends: yearMonth(year, quarter * 3),
    };
  },
  'financial quarter': (number) => {
    const [year, quarter] = [Math.floor(number / 4), (number % 4) + 1];
    return {
      kind: 'financial quarter',
      number,
      text: `${financial(year)} Q${quarter}`,
      ends: yearMonth(year, quarter * 3 + 3),
    };
  },
  month: (number) => {
    const ends = yearMonth(Math.floor(number / 12), (number % 12) + 1);
    return { kind: 'month', number, text: ends, ends };
  },
};

const FORMS: readonly {
  form: RegExp;
  read: (...parts: [number, number, number]) => Period | undefined;
}[] = [
  { form: /^(20\d\d)$/, read: (year) => MAKE.year(year) },
  {
    form: /^(20\d\d)\/(\d\d)$/,
    read: (year, next) => (isNextYear(year, next) ? MAKE['financial year'](year) : undefined),
  },
  { form: /^(20\d\d)-(0[1-9]|1[0-2])$/, read: (year, month) => MAKE.month(year * 12 + month - 1) },
  { form: /^(20\d\d) ?Q([1-4])$/, read: (year, quarter) => MAKE.quarter(year * 4 + quarter - 1) },
  {
    form: /^(20\d\d)\/(\d\d) ?Q([1-4])$/,
    read: (year, next, quarter) =>
      isNextYear(year, next) ? MAKE['financial quarter'](year * 4 + quarter - 1) : undefined,
  },
];

const isNextYear = (year: number, next: number) => (year + 1) % 100 === next;
