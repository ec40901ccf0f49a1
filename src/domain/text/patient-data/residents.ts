// One person at a named home, school or street: “an 84-year-old at Fairview care home”.
import { ILLNESS, PATIENT_WORD } from './context.ts';

const OLD = String.raw`(?:y\/?o?|yrs? ?-?(?:old)?|year(?:s|-)? ?-?old)`;
const AGE = String.raw`\d{1,3} ?-?(?:${OLD}|[mf])(?!\p{L})`;
const SOMEBODY =
  'man|woman|lady|gentleman|gent|chap|bloke|fellow|boy|girl|lad|child|baby|toddler|teenager|' +
  'pensioner|resident|patient|pt|widow(?:er)?|couple|old boy';
/** Things have an age as well, and colleagues. */
const NO_THING =
  '(?! (?:boiler|building|surgery|practice|scheme|contract|carpet|computer' +
  '|system|car|van|starting|apprentice|trainee|nurse|gp|partner)\\b)';
const NO_HOME =
  '(?:January|February|March|April|May|June|July|August|September|October' +
  '|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday' +
  '|Christmas|Easter|England|Britain|Our|The|A|Royal|Resus|Recovery|Majors' +
  '|Outpatients|Casualty|General)\\b';
/** A sentence about anybody has no age of its own and no named place. */
const ONE =
  String.raw`(?<![\p{L}\d])(?:(?:${AGE}${NO_THING})|(?:a|an|the|this|that|our|my|another` +
  String.raw`|elderly|frail|old|young) (?:\p{L}{2,12} ){0,2}(?:${SOMEBODY})|(?:` +
  String.raw`${SOMEBODY})(?= (?:with|w|of|from|at|on|in)\b))(?!\p{L}| (?:health|care)\b)`;
/** “A typical 84-year-old” is nobody. */
const NOBODY = String.raw`(?<!\b(?:typical|average|any|every|each|healthy|fit|same) )`;
const AWAY = '[^.!?;]{0,40}?';

const AT = '(?:(?<=\\p{L} )(?:from|at|on|in|of|to|resident)|(?<=,))';
const HOMES =
  '(?:care|nursing|residential|rest) home|nh|rh|lodge|court|house|manor|grange|hall|villas?|' +
  'view|primary|academy|school|college|nursery|hostel|caravan park|flats';
const STREETS =
  'road|rd|street|st|lane|ln|close|avenue|ave|way|drive|grove|crescent|gardens|terrace|place|' +
  'square|hill|walk|mews|row|green';
/** “The”, “a” and “our” name no place. */
const NAME =
  '(?!(?:the|a|an|our|this|that|her|his|their|local|any|one|care|nursing|every' +
  String.raw`|each|some|your|my)\b)[\p{L}'-]{3,20}`;
const PLACE =
  String.raw`(?:the )?(?:\d{1,4}[a-z]? )?${NAME}(?: ${NAME})?,? (?:${HOMES}|${STREETS})` +
  String.raw`(?!\p{L})`;
/** Workplaces have such addresses too. */
const NOT_A_WORKPLACE =
  '(?! (?:surger|practice|medical|health|clinic|site|branch|hub|hospital' + '|pharmacy|office))';

const AT_A_PLACE = new RegExp(`${NOBODY}${ONE}${AWAY}${AT} ${PLACE}${NOT_A_WORKPLACE}`, 'iu');
/** “84M Ashgrove NH”. */
const AGE_AND_PLACE = new RegExp(
  `${NOBODY}(?<![\\p{L}\\d])${AGE}${NO_THING},? ${PLACE}${NOT_A_WORKPLACE}`,
  'iu',
);

/** “An 84-year-old lady from Fairview”; a hospital is nobody's home. */
const AGE_AND_NAME = new RegExp(
  String.raw`(?<!(?:typical|average|any|every|each) )(?<![\p{L}\d])${AGE}${NO_THING}(?: ` +
    String.raw`(?:${SOMEBODY}|male|female))?(?: (?:in room|rm|in flat) \d{1,3})?,? (?:from` +
    String.raw`|at|in|of) (?:[Tt]he )?(?!${NO_HOME})\p{Lu}\p{Ll}{2,}(?! (?:Hosp|Infirm` +
    '|General|Clinic|Surg|Health|Medical|Practice|Royal|Trust|Ward|[Hh]osp))',
  'u',
);
const FOR_ONE = new RegExp(`${ILLNESS.source}|${PATIENT_WORD.source}`, 'iu');

/** Whether one person's home, school or street is named. */
export const hasResident = (text: string): boolean =>
  AGE_AND_PLACE.test(text) ||
  AGE_AND_NAME.test(text) ||
  (AT_A_PLACE.test(text) &&
    FOR_ONE.test(text.replace(new RegExp(`\\b(?:${SOMEBODY})\\b`, 'giu'), '')));
