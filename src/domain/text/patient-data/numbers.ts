// Numbers that point at one patient: the NHS number and its Scottish and Northern Irish sisters,
// and what hospitals and systems give.
import { validate } from 'nhs-number-validator';
import { aroundIn, PATIENT_WORD } from './context.ts';

/** What people put between digits, where a label says what they are. */
const GAP = '[ .,:()/_*~-]{0,4}';
const ANY_GAP = String.raw`[^\p{L}\d]{0,4}`;

/**
 * As 3, 3 and 4 together or apart; with gaps that cannot be meant otherwise, also in other groups,
 * or one by one.
 */
const WRITINGS = [
  [String.raw`\d{3}`, String.raw`\d{3}`, String.raw`\d{4}`].join(ANY_GAP),
  ...[[4, 3, 3], [3, 4, 3], [5, 5], [4, 6], Array(10).fill(1)].map((groups) =>
    groups.map((length) => String.raw`\d{${length}}`).join('[ .-]'),
  ),
  // no NHS number begins like weeks or times: 12 14 16
  String.raw`[4679]\d(?: \d\d){4}`,
];

/** What is called something else: an order, a meeting's number, a book's. */
const SOMETHING_ELSE =
  String.raw`\b(?:[Oo]rders?|[Ii]nvoice|PO|[Tt]icket|[Zz]oom|[Tt]eams|[Mm]eeting|ISBN` +
  '|isbn)(?: ?(?:[Nn]o|[Nn]umber|ID|id))?[.:]? ?';
const NOT_WITHIN_MORE =
  String.raw`(?=\d)` + String.raw`(?<![\dA-Z£$]|\d[.,]|(?:\+|00)44[ ()0]{0,4}|${SOMETHING_ELSE})`;

/**
 * Ten digits; not a part of a longer number, an id, a sum of money, a timestamp or a telephone
 * number from abroad.
 */
const TEN_DIGITS = WRITINGS.map(
  (digits) => new RegExp(String.raw`${NOT_WITHIN_MORE}(?=(${digits})(?!\d|\.\d{6}(?!\d)))`, 'gu'),
);

/** Where somebody says that it is one, a wrong or lost digit is a slip of the finger. */
const SAID_TO_BE_ONE = new RegExp(
  String.raw`(?:\bn\.?h\.?s\b\.?|\bchi\b|\bh ?& ?c\b)(?:[^\p{L}\d]{0,3}(?:no|nr|num` +
    String.raw`|number|id)(?:'?s)?(?!\p{L})[^\d.;!?]{0,20}|[^\p{L}\d]{0,4}(?:is |was )?` +
    String.raw`(?!0))(?!0[1-9])\d(?:${GAP}\d){8,10}(?!\d)`,
  'iu',
);

/** In the groups of an NHS number, or of its length, but no number that could be one. */
const MISTYPED = new RegExp(
  String.raw`${NOT_WITHIN_MORE}(?!0)(?:\d{3}([ -]|[./])\d{3}\1\d{3,5}|\d{9,11})(?![\d/]|[.,-]\d)`,
  'gu',
);
/** “943 476 59 19”, “9 43 4 76 59 19”; no NHS number begins with another digit in England. */
const IN_PIECES = /(?<![\d.,/-]|\d )[4679]\d{0,3}(?:[ -]\d{1,4}){2,8}(?![\d/]|[.,-]\d| \d)/g;
const CALLED_SOMETHING_ELSE = new RegExp(
  String.raw`\b(?:order|invoice|po|purchase|ticket|zoom|teams|meeting|acc(?:ount)?|ref` +
    '|isbn|passcode|pin|tel|phone|mob(?:ile)?|call|ring|charity|serial|barcode' +
    String.raw`|gmc|snomed)\b`,
  'i',
);

export const hasNhsNumber = (text: string): boolean =>
  SAID_TO_BE_ONE.test(text) ||
  TEN_DIGITS.some((pattern) =>
    [...text.matchAll(pattern)].some(([, ten = '']) => validate(ten.replace(/\D/g, ''))),
  ) ||
  [...text.matchAll(IN_PIECES)].some(
    ({ 0: pieces, index }) =>
      validate(pieces.replace(/\D/g, '')) && isOfAPatient(text, index, pieces.length),
  ) ||
  [...text.matchAll(MISTYPED)].some(({ 0: digits, index }) =>
    isOfAPatient(text, index, digits.length),
  );

/** Only the words around a mistyped number tell it from an order's or a meeting's. */
const isOfAPatient = (text: string, index: number, length: number) => {
  const { sentence } = aroundIn(text, index, length);
  return PATIENT_WORD.test(sentence) && !CALLED_SOMETHING_ELSE.test(sentence);
};

const NUMBER_WORD =
  '(?:nos?|nr|num|numbers?|id|ref(?:erence)?(?: no| number)?|#)' + "(?:'?s)?(?!\\p{L})";
const KEPT_BY = [
  'hosp(?:ital)?',
  'unit',
  'h\\/?n',
  'epr',
  'medway',
  'lorenzo',
  'cerner',
  's',
  'trust',
  'district',
  'pas',
  'case ?notes?',
  'emis',
  'systm ?one',
  'patient',
  'pt',
  'x-?ray',
  'radiology',
  'accession',
  'lab',
  '(?:medical |health )?records?',
  '[er]-?referral',
].join('|');
const LABEL = [
  String.raw`(?:h\/n|wristband(?: \p{L}{2,6})?)(?!\p{L})`,
  String.raw`(?:ubrn|mrn|crn|pid)(?!\p{L})(?: ?${NUMBER_WORD})?`,
  String.raw`(?:${KEPT_BY})\.? ?(?:id )?${NUMBER_WORD}`,
  String.raw`(?:her|his|their|patient's|pt's) (?:\p{L}{2,12} ){0,3}${NUMBER_WORD}`,
].join('|');
/** Capitals and at least four digits, but no telephone number. */
const CODE =
  String.raw`(?!0[1-9](?:[ -]?\d){8,9}(?!\d))(?:[A-Z]{0,4}[ -]?\d(?:[ -]?\d){3,}` +
  String.raw`|\d\d[A-Z]\d{4,8})`;

/** These have no form of their own, so only the words beside them give them away. */
const RECORD_NUMBERS = [
  String.raw`(?<!\p{L})(?:${LABEL})[^\p{L}\d]{0,4}(?:(?:is|was|of|under)[^\p{L}\d]{1,3})?${CODE}`,
  String.raw`(?<![\p{L}\d])${CODE} ?\((?:\p{L}{1,10} )?(?:hosp(?:ital)? ${NUMBER_WORD}|mrn)`,
].map((source) => new RegExp(source, 'iu'));

/** A hospital's, a system's or a referral's number, where it is called one. */
export const hasHospitalNumber = (text: string): boolean =>
  RECORD_NUMBERS.some((pattern) => pattern.test(text));
