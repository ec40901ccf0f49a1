// Comments as general practice writes them, thrown from a seed: each with one detail of an invented
// patient, or with none at all.
import { readFileSync } from 'node:fs';
import type { Finding } from '../../src/domain/text/patient-data.ts';
import { type Dice, throwDice } from '../proofs/year/ccg.ts';
import { details } from './details.ts';
import { everyday } from './everyday.ts';
import { fill, pick, type Tokens } from './tokens.ts';

/** A comment, and what was planted in it, or what makes a harmless one hard. */
export type Comment = { readonly kind: string; readonly text: string };

const lines = (path: string) =>
  readFileSync(new URL(`comments/${path}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter(Boolean);

const PLAIN = lines('plain');

const planted: Readonly<Record<Finding, readonly string[]>> = {
  nhs_number: lines('planted/nhs-number'),
  hospital_number: lines('planted/hospital-number'),
  date_of_birth: lines('planted/date-of-birth'),
  postcode: lines('planted/postcode'),
  phone_number: lines('planted/phone-number'),
  email_address: lines('planted/email-address'),
  patient: lines('planted/patient'),
};

const harmless = {
  dates: lines('harmless/dates'),
  figures: lines('harmless/figures'),
  codes: lines('harmless/codes'),
  places: lines('harmless/places'),
  words: lines('harmless/words'),
};

/** As many different comments of each kind, each with a detail that has to be found. */
export const commentsToRefuse = (seed: number, size: number) =>
  comments(planted, details, throwDice(seed, 'to refuse'), size);

/** As many different comments of each kind, none of them about a patient. */
export const commentsToTake = (seed: number, size: number) =>
  comments(harmless, everyday, throwDice(seed, 'to take'), size);

const comments = (
  templates: Readonly<Record<string, readonly string[]>>,
  tokens: Tokens,
  dice: Dice,
  size: number,
): Comment[] => {
  const kinds = Object.keys(templates);
  const made = new Map<string, Comment>();
  while (made.size < size) {
    const kind = kinds[made.size % kinds.length] ?? '';
    const text = surrounded(fill(pick(dice, templates[kind] ?? []), tokens, dice), dice);
    made.set(text, made.get(text) ?? { kind, text });
  }
  return [...made.values()];
};

/** Most people write more than one sentence. */
const surrounded = (sentence: string, dice: Dice) => {
  const before = dice.chance(0.4) ? [pick(dice, PLAIN)] : [];
  const after = dice.chance(0.4) ? [pick(dice, PLAIN)] : [];
  return [...before, sentence, ...after].join(dice.chance(0.1) ? '\n' : ' ');
};
