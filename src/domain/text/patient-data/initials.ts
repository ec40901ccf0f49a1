// Initials beside an age, a sex or an illness: “RT, 45, schizophrenia”, “DW 72F”.
import { anyCase } from './any-case.ts';
import { illnesses } from './context.ts';
import { initialsBut } from './name-patterns.ts';
import { NO_INITIALS, NO_INITIALS_BESIDE_AN_AGE } from './not-names.ts';

const INITIALS = initialsBut(NO_INITIALS);
const BESIDE_AN_AGE = initialsBut(NO_INITIALS_BESIDE_AN_AGE);
const OLD = String.raw`(?:y\/?o?\b|yrs?(?: old)?\b|year(?:s|-)? ?old)`;
const SEX = '(?:[MF]|[mf]|male|female)';
const AGE = String.raw`(?:\d{1,3} ?${OLD}|\d{1,3} ?${SEX}\b)`;
const NOT_OF_MANY = '(?! (?:in|of|as|at|on|experience|waits?))';
/** “45, schizophrenia”, “67 with heart failure”, “55, breast 2WW”. */
const WITH_AN_ILLNESS =
  String.raw`\d{1,3}(?![\d%./:-])[,; ]{0,2} ?(?:(?:with|w|has|known|severe|bad|end stage)` +
  String.raw` )?(?:\p{L}{2,12} ){0,1}${anyCase(illnesses)}(?![\p{L}\d]| (?:pts|patients|cases` +
  String.raw`|referrals|reviews|admissions|clinics?)|[ ,:]{0,2}\d)`;

const WITH_INITIALS: readonly RegExp[] = [
  // JS, 82yo; A.B., F, 29; 82yo JS
  `${BESIDE_AN_AGE}[,:( ]{1,3}(?:aged? )?${AGE}${NOT_OF_MANY}`,
  String.raw`${BESIDE_AN_AGE}[,:( ]{1,3}${SEX}\b[,: ]{1,2}(?:aged? )?\d{1,3}\b`,
  String.raw`\b${AGE}[,: ]{1,2}${BESIDE_AN_AGE}`,
  String.raw`${INITIALS}[,: ]{1,2}aged \d{1,3}(?![\d+])`,
  String.raw`\b\p{Lu}\. ?\p{Lu}\.,? \(?\d{1,3}\)`,
  // kl 84f copd
  String.raw`(?<![\p{L}\d'])(?!at|to|of|in|is|we|an|as|by|on|or|no|so|up|pt|ed|hv|dn` +
    String.raw`|gp)\p{Ll}\p{Ll} \d{1,3} ?[mf] ${anyCase(illnesses)}(?!\p{L})`,
  // RT, 45, schizophrenia
  `${INITIALS}[,:( ]{1,3}${WITH_AN_ILLNESS}`,
].map((source) => new RegExp(source, 'u'));

/** Whether somebody's initials stand beside what tells who it is. */
export const hasInitialsOfOne = (text: string): boolean =>
  WITH_INITIALS.some((each) => each.test(text));
