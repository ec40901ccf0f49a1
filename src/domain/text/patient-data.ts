// The guard at every place where people type freely: what looks like a patient's details is refused
// before it is stored. It cannot recognise names on their own, or stories; so the places that ask
// for words say “no patient details, please” as well.
import { hasBirth } from './patient-data/births.ts';
import { hasEmailAddress } from './patient-data/emails.ts';
import { hasPatientName } from './patient-data/names.ts';
import { hasHospitalNumber, hasNhsNumber } from './patient-data/numbers.ts';
import { hasPhoneNumber } from './patient-data/phones.ts';
import { inPlainLetters } from './patient-data/plain.ts';
import { hasPostcode } from './patient-data/postcodes.ts';
import { joinList } from './words.ts';

/** What is public of a practice. */
type KnownPractice = { readonly postcode: string; readonly telephone: string | null };

export const findings = {
  nhs_number: 'an NHS number',
  hospital_number: 'a hospital or record number',
  date_of_birth: 'a date of birth',
  postcode: 'a postcode',
  phone_number: 'a phone number',
  email_address: 'an e-mail address',
  patient: 'a patient’s name or description',
} as const;

export type Finding = keyof typeof findings;

type PatientDataFacts = { readonly practices: readonly KnownPractice[]; readonly now: Date };

/**
 * The kinds of patient data that the fields of a form seem to hold, by field; fields without any
 * are left out. What stands in two fields, such as the halves of an NHS number, is found in both.
 * Practices' own postcodes and telephone numbers are public and pass.
 */
export const findPatientData = (
  fields: Readonly<Record<string, string>>,
  practices: readonly KnownPractice[],
  now: Date,
): Record<string, Finding[]> => {
  const kindsIn = (text: string) => kindsOf(text, { practices, now });
  const alone = Object.entries(fields).map(([name, text]) => ({ name, found: kindsIn(text) }));
  const together = kindsAcross(fields, kindsIn).filter(
    (kind) => !alone.some(({ found }) => found.includes(kind)),
  );
  const isNeededFor = (kind: Finding, name: string) => {
    const { [name]: _, ...others } = fields;
    return !kindsAcross(others, kindsIn).includes(kind);
  };
  const all = alone.map(({ name, found }) => [
    name,
    [...found, ...together.filter((kind) => isNeededFor(kind, name))],
  ]);
  return Object.fromEntries(all.filter(([, found]) => found?.length));
};

/** In all fields together, and in any two, one after the other. */
const kindsAcross = (
  fields: Readonly<Record<string, string>>,
  kindsIn: (text: string) => readonly Finding[],
): Finding[] => {
  const texts = Object.values(fields);
  const pairs = texts.flatMap((one, at) =>
    texts.filter((_, other) => other !== at).map((other) => [one, other]),
  );
  return [...new Set([texts, ...pairs].flatMap((each) => kindsIn(each.join(' '))))];
};

const kindsOf = (text: string, facts: PatientDataFacts): Finding[] => {
  const plain = inPlainLetters(text);
  return (Object.keys(checks) as Finding[]).filter((finding) => checks[finding](plain, facts));
};

/** What to take out, kindly. */
export const describeFindings = (found: readonly Finding[]): string =>
  `This looks as if it holds ${joinList(found.map((finding) => findings[finding]))}. Please ` +
  'take it out: nothing about patients belongs in Slack. Nothing was saved.';

const checks: Readonly<Record<Finding, (text: string, facts: PatientDataFacts) => boolean>> = {
  nhs_number: hasNhsNumber,
  hospital_number: hasHospitalNumber,
  date_of_birth: (text, { now }) => hasBirth(text, now.getUTCFullYear()),
  postcode: (text, { practices }) =>
    hasPostcode(
      text,
      practices.map(({ postcode }) => postcode),
    ),
  phone_number: (text, { practices }) =>
    hasPhoneNumber(
      text,
      practices.map(({ telephone }) => telephone ?? ''),
    ),
  email_address: hasEmailAddress,
  patient: hasPatientName,
};
