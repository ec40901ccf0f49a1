// Numbers that point at one patient: the NHS number and its Scottish and Northern Irish sisters,
// and what hospitals and systems give.

/** What people put between digits. */
const GAP = '[ .,:()/_-]{0,3}';

/**
 * As 3, 3 and 4 together or apart; with gaps that cannot be meant otherwise, also in other groups,
 * or one by one.
 */
const WRITINGS = [
  [String.raw`\d{3}`, String.raw`\d{3}`, String.raw`\d{4}`].join(GAP),
  ...[[4, 3, 3], [3, 4, 3], [5, 5], Array(10).fill(1)].map((groups) =>
    groups.map((length) => String.raw`\d{${length}}`).join('[ .-]'),
  ),
];

/** What is called something else: an order, a meeting's number, a book's. */
const SOMETHING_ELSE =
  String.raw`\b(?:[Oo]rders?|[Ii]nvoice|PO|[Tt]icket|[Zz]oom|[Mm]eeting|ISBN)` +
  '(?: ?(?:[Nn]o|[Nn]umber|ID|id))?[.:]? ?';

/**
 * Ten digits; not a part of a longer number, an id, a sum of money, a timestamp or a telephone
 * number from abroad.
 */
const TEN_DIGITS = WRITINGS.map(
  (digits) =>
    new RegExp(
      String.raw`(?<![\dA-Z£$]|\d[.,]|(?:\+|00)44[ ()0]{0,4}|${SOMETHING_ELSE})` +
        String.raw`(?=(${digits})(?!\d|\.\d{6}(?!\d)))`,
      'g',
    ),
);

/** Where somebody says that it is one, a wrong check digit is a slip of the finger. */
const SAID_TO_BE_ONE = new RegExp(
  String.raw`(?:\bnhs|\bchi\b|\bh ?& ?c\b)[^\p{L}\d]{0,3}` +
    String.raw`(?:no|num|number)?[^\p{L}\d]{0,4}(?:is |was )?\d(?:${GAP}\d){9}(?!\d)`,
  'iu',
);

export const hasNhsNumber = (text: string): boolean =>
  SAID_TO_BE_ONE.test(text) ||
  TEN_DIGITS.some((pattern) =>
    [...text.matchAll(pattern)].some(([, ten = '']) => hasCheckDigit(ten.replace(/\D/g, ''))),
  );

/**
 * Modulus 11 over the first nine of ten digits, weighed 10 to 2 (NHS Data Dictionary, NHS NUMBER).
 */
const hasCheckDigit = (ten: string): boolean => {
  const sum = [...ten.slice(0, 9)].reduce(
    (total, digit, at) => total + Number(digit) * (10 - at),
    0,
  );
  return (11 - (sum % 11)) % 11 === Number(ten[9]);
};

/** These have no form of their own, so only the words before give them away. */
const RECORD_NUMBER = new RegExp(
  String.raw`\b(?:ubrn|mrn|hosp(?:ital)? numbers|` +
    String.raw`(?:hosp(?:ital)?|unit|case ?notes?|emis|systm ?one|patient|pt)\.? ?` +
    '(?:no|num|number|id|ref(?:erence)?(?: no| number)?|#)' +
    String.raw`(?!\p{L}))[^\p{L}\d]{0,4}(?:is |was )?[A-Z]{0,3}[ -]?\d(?:[ -]?\d){3,}`,
  'iu',
);

/** A hospital's, a system's or a referral's number, where it is called one. */
export const hasHospitalNumber = (text: string): boolean => RECORD_NUMBER.test(text);
