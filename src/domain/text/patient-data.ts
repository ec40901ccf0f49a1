// The guard at every place where people type freely: what looks like a patient's details is refused
// before it is stored. It cannot recognise names on their own; so the places that ask for words say
// “no patient details, please” as well.
import { hasBirth } from './patient-data/births.ts';
import {
  hasEmailAddress,
  hasPhoneNumber,
  hasPostcode,
  type KnownPractice,
} from './patient-data/contacts.ts';
import { hasPatientName } from './patient-data/names.ts';
import { hasHospitalNumber, hasNhsNumber } from './patient-data/numbers.ts';
import { joinList } from './words.ts';

export const findings = {
  nhs_number: 'an NHS number',
  hospital_number: 'a hospital or record number',
  date_of_birth: 'a date of birth',
  postcode: 'a postcode',
  phone_number: 'a phone number',
  email_address: 'an e-mail address',
  patient: 'a patient’s name',
} as const;

export type Finding = keyof typeof findings;

type PatientDataFacts = { readonly practices: readonly KnownPractice[]; readonly now: Date };

/**
 * The kinds of patient data a text seems to hold. Practices' own postcodes and telephone numbers
 * are public and pass.
 */
export const findPatientData = (
  text: string,
  practices: readonly KnownPractice[],
  now: Date,
): Finding[] => {
  const plain = inPlainLetters(text);
  return (Object.keys(checks) as Finding[]).filter((finding) =>
    checks[finding](plain, { practices, now }),
  );
};

/** What to take out, kindly. */
export const describeFindings = (found: readonly Finding[]): string =>
  `This looks as if it holds ${joinList(found.map((finding) => findings[finding]))}. Please ` +
  'take it out: nothing about patients belongs in Slack. Nothing was saved.';

const checks: Readonly<Record<Finding, (text: string, facts: PatientDataFacts) => boolean>> = {
  nhs_number: hasNhsNumber,
  hospital_number: hasHospitalNumber,
  date_of_birth: (text, { now }) => hasBirth(text, now.getUTCFullYear()),
  postcode: (text, { practices }) => hasPostcode(text, practices),
  phone_number: (text, { practices }) => hasPhoneNumber(text, practices),
  email_address: hasEmailAddress,
  patient: hasPatientName,
};

/**
 * One writing for what looks the same: full-width and boxed digits, invisible characters, and the
 * many spaces, dashes and quotes.
 */
const inPlainLetters = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\p{Cf}\p{Me}\p{Variation_Selector}]/gu, '')
    .replace(/\s+/g, ' ')
    .replace(/[\p{Pd}\u2212]/gu, '-')
    .replace(/[‘’ʼ`´]/g, "'");
