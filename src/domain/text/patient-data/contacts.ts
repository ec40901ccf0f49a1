// Where somebody lives and can be reached. What practices publish of themselves passes.

/** What is public of a practice. */
export type KnownPractice = { readonly postcode: string; readonly telephone: string | null };

/**
 * The shape of UK postcodes; the letters of the second half are never C, I, K, M, O or V (BS 7666).
 */
const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?)[ .,/-]{0,2}(\d ?[ABD-HJLNP-UW-Z]{2})\b/gi;

export const hasPostcode = (text: string, practices: readonly KnownPractice[]): boolean => {
  const ours = new Set(practices.map(({ postcode }) => squeeze(postcode)));
  return [...text.matchAll(POSTCODE)].some(
    ([found, outward = '', inward = '']) => !isCount(outward, inward) && !ours.has(squeeze(found)),
  );
};

/** “B12 1st dose”, “M25 2hr delay”, “A1 3 at most” only look like postcodes. */
const isCount = (outward: string, inward: string) =>
  /^(1st|2nd|3rd)$/.test(inward) ||
  (/^\d(th|hr|yr|ft|pp|pt|ug|gp|up)$/.test(inward) && /[A-Z]/.test(outward)) ||
  /^\d [a-z]|^\d [A-Z][a-z]/.test(inward);

const GAP = String.raw`[ ().\/-]{0,3}`;

const PHONE_NUMBERS = [
  // +44 7700 900123, 0044 …, +44 (0)7700 …, and other countries' numbers
  String.raw`(?<!\w)(?:\+|00)\d{1,3}(?:${GAP}\d){7,12}(?!\d)`,
  // 01632 960123, (020) 7946 0123, 07700-900-123: the first three digits stand together, unlike in
  // opening hours
  String.raw`(?<!\d[.,]?|[A-Z])0[1-9]\d(?:${GAP}\d){7,8}(?![\d:])`,
  // 07 700 900 123, 447700900123, 0 7 7 0 0 …
  String.raw`(?<!\w)(?:07(?:[ -]\d{3}){3}|44 ?7\d{3} ?\d{3} ?\d{3}|0(?: \d){10})(?! ?\d)`,
].map((source) => new RegExp(source, 'g'));

/** A number within a town, or with its first digit left out, where it is said to be one. */
const SAID_TO_BE_ONE = new RegExp(
  String.raw`\b(?:tel(?:ephone)?|(?:tele)?phone|ph|mob(?:ile)?|landline|cell|call|ring` +
    String.raw`|text|whatsapp)\b[^\p{L}\d]{0,4}` +
    String.raw`(?:(?:no|number|on|is|her|him|them|us|me|back)\b[^\p{L}\d]{0,3}){0,3}` +
    String.raw`(?<!\+)(?!116 ?\d{3}\b|\d{4} ?- ?\d{4}(?!\d))(\d(?:${GAP}\d){5,10})` +
    String.raw`(?! ?\d)`,
  'giu',
);

export const hasPhoneNumber = (text: string, practices: readonly KnownPractice[]): boolean => {
  const ours = practices.map(({ telephone }) => nationally(telephone ?? ''));
  const found = [
    ...PHONE_NUMBERS.flatMap((pattern) => [...text.matchAll(pattern)].map(([number]) => number)),
    ...[...text.matchAll(SAID_TO_BE_ONE)].map(([, number = '']) => number),
  ];
  return found.some((number) => !ours.some((own) => own.endsWith(nationally(number))));
};

/** The digits as one dials them within the country. */
const nationally = (number: string) => number.replace(/[^\d+]/g, '').replace(/^(?:\+|00)440?/, '0');

/** A name after @ alone is a colleague's in Slack. */
const EMAIL_ADDRESSES = [
  /[\w.+'-](?:@ ?| @ )[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.\p{L}{2,}(?!\w)/iu,
  /\w @[\w.-]+\.(?:com|net|org|uk)\b|\w@(?:gmail|hotmail|outlook|yahoo|icloud|nhs)\b/i,
  /\w at [\w-]+(?: dot [\w-]+)* dot [a-z]{2,}\b|[a-z][._][a-z]+ at [\w-]+\.[\w.]*[a-z]{2,}/i,
];

/** Also “jo(at)example.com” and “jo at example dot com”. */
export const hasEmailAddress = (text: string): boolean => {
  const plain = text.replace(/ ?[([] ?at ?[)\]] ?/gi, '@').replace(/ ?[([] ?dot ?[)\]] ?/gi, '.');
  return EMAIL_ADDRESSES.some((pattern) => pattern.test(plain));
};

const squeeze = (text: string) => text.replace(/[\s.-]/g, '').toUpperCase();
