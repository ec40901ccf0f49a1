// The guard at every place where people type freely: what looks like a patient's details is refused before it is stored.
// It cannot recognise names on their own; so the places that ask for words say “no patient details, please” as well.

export type Finding = 'NHS number' | 'date of birth' | 'postcode' | 'phone number' | 'e-mail address' | 'patient';

type Known = { readonly postcode: string; readonly telephone: string | null };

/** The kinds of patient data a text seems to hold. Practices' own postcodes and telephone numbers are public and pass. */
export const findPatientData = (text: string, practices: readonly Known[]): Finding[] => {
  const plain = text.normalize('NFKC').replace(/\p{Cf}/gu, '');
  return checks.filter(({ finds }) => finds(plain, practices)).map(({ finding }) => finding);
};

/** What to take out, kindly. */
export const sayFindings = (found: readonly Finding[]): string =>
  `This looks as if it holds ${found.map((finding) => words[finding]).join(' and ')}. Please take it out: nothing about patients belongs in Slack. Nothing was saved.`;

const words: Record<Finding, string> = {
  'NHS number': 'an NHS number',
  'date of birth': 'a date of birth',
  postcode: 'a postcode',
  'phone number': 'a phone number',
  'e-mail address': 'an e-mail address',
  patient: 'a patient’s name',
};

const checks: readonly { finding: Finding; finds(text: string, practices: readonly Known[]): boolean }[] = [
  { finding: 'NHS number', finds: (text) => digitRuns(text).some(isNhsNumber) },
  { finding: 'date of birth', finds: (text) => /\b(dob|d\.o\.b|date of birth|born)\b/i.test(text) && /\d/.test(text) },
  { finding: 'date of birth', finds: (text) => /\b\d{1,2}[/.-]\d{1,2}[/.-](19\d\d|20[01]\d|\d\d)\b/.test(text) },
  {
    finding: 'postcode',
    finds: (text, practices) => postcodes(text).some((found) => !practices.some(({ postcode }) => squeeze(postcode) === found)),
  },
  {
    finding: 'phone number',
    finds: (text, practices) =>
      phoneNumbers(text).some((found) => !practices.some(({ telephone }) => squeeze(telephone ?? '') === found)),
  },
  { finding: 'e-mail address', finds: (text) => /[\w.+-]+@[\w-]+\.[\w.]+/.test(text) },
  {
    finding: 'patient',
    finds: (text) =>
      /\b(patient|pt|mr|mrs|miss|ms|master)\.? +(mr|mrs|miss|ms)?\.? *\p{Lu}\p{Ll}+/u.test(text) ||
      /\b(Mr|Mrs|Miss|Ms)\.? +\p{Lu}/u.test(text),
  },
];

/** Digits with the separators people put between them; never a part of a longer number. */
const digitRuns = (text: string) => [...text.matchAll(/(?<![\d.])\d(?:[ .\-–—]?\d)*/g)].map(([run]) => run.replace(/\D/g, ''));

/** Ten digits whose last is the modulus 11 check digit (NHS Data Dictionary, NHS NUMBER). */
const isNhsNumber = (digits: string): boolean => {
  if (digits.length !== 10) return false;
  const sum = [...digits.slice(0, 9)].reduce((total, digit, index) => total + Number(digit) * (10 - index), 0);
  const check = (11 - (sum % 11)) % 11;
  return check !== 10 && check === Number(digits[9]);
};

/** UK postcodes: the inward part never has C, I, K, M, O or V (BS 7666). */
const postcodes = (text: string) =>
  [...text.matchAll(/\b([A-Z]{1,2}\d[A-Z\d]?) ?(\d[ABD-HJLNP-UW-Z]{2})\b/gi)].map(([found]) => squeeze(found));

const phoneNumbers = (text: string) =>
  [...text.matchAll(/(?<!\d)(?:\+44|0)(?:[ ().-]?\d){9,10}(?!\d)/g)].map(([found]) => squeeze(found));

const squeeze = (text: string) => text.replace(/[\s().-]/g, '').toUpperCase();
