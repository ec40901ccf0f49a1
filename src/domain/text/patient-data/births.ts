// Dates of birth. Said to be one, any writing counts; otherwise a whole date counts where it lies
// too far back to be a meeting.
import { type Around, aroundIn, PATIENT_WORD, PERSON_WORD } from './context.ts';

/**
 * Colleagues write about what happened in these last years; whoever was born in them is found only
 * where it is said.
 */
const YEARS_OF_MEETINGS = 3;
/** Two digits further ahead than this are of the last century. */
const YEARS_OF_PLANS = 2;

const DAY = '(?:0?[1-9]|[12][0-9]|3[01])';
const MONTH = '(?:0?[1-9]|1[0-2])';
const NAME =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug' +
  '(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = String.raw`(?:(?:19|20)\d\d)`;
const ANY_YEAR = String.raw`(?:${YEAR}|'?\d\d)`;
const ORDINAL = '(?:st|nd|rd|th)?(?: of)?';
/** After the name of a month, “31” may begin “31 practices”. */
const NOT_A_COUNT =
  String.raw`(?! ?(?:%|of\b|practices|people|patients|gps|doctors|nurses|members` +
  `|colleagues)|[ -]${NAME})`;

const WHOLE_DATES = [
  ...['/', String.raw`\.`, '-', String.raw`\\`].map(
    (gap) => `${DAY} ?${gap} ?${MONTH} ?${gap} ?${ANY_YEAR}`,
  ),
  `${YEAR}[/.-]${MONTH}[/.-]${DAY}`,
  `${DAY}[/.-][ivx]{1,4}[/.-]${YEAR}`,
  `${DAY} ${MONTH} ${YEAR}`,
  `${DAY}${ORDINAL}[ /.-]{0,2}${NAME}(?:[ /.-]{0,2}${ANY_YEAR}${NOT_A_COUNT}|,? ?${YEAR})`,
  `${NAME} ${DAY}${ORDINAL},? ${YEAR}`,
  `(?:0[1-9]|[12][0-9]|3[01])(?:0[1-9]|1[0-2])${YEAR}`,
  `${YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])`,
];

/** What is a date only where a word before it says so. */
const PARTS_OF_DATES = [
  String.raw`${DAY}[ /.-]${MONTH}(?:[ /.-]\d{2,4})?(?! ?(?:hours|days|weeks|months))`,
  String.raw`\d{6}(?:\d\d)?`,
  `${DAY}${ORDINAL} ?${NAME}`,
  String.raw`${DAY}th of the ${MONTH}(?:th)? (?:19|20)?\d\d`,
  `${NAME} ${DAY}`,
  `(?:${NAME}|${MONTH})[ /.-]${YEAR}`,
];

/** People in general, and what was founded, are born without being a patient. */
const NOT_ONE_PERSON =
  '(?<!(?:babies|children|infants|people|patients|those|anyone|everyone|women' +
  '|men|adults|nhs|ccg|icb|pcn|idea|surgery|hospital|practice|network|scheme' +
  '|project)(?: ' +
  "who)?(?:'s)?(?: (?:is|are|was|were))?(?: \\d{1,3}(?:st|nd|rd|th))? )";
/** Also “D.O.B.”, and slips: “date of brith”. */
const LABELS = [
  String.raw`\bd[./ ]?o[./ ]?b(?!\p{L})\.?`,
  String.raw`\b(?:date|year)[ -]of[ -]b[irth]{3,5}\b`,
  String.raw`${NOT_ONE_PERSON}\b(?:b[irth]{3,5}|b) ?-?da(?:te|y)`,
  String.raw`\byob\b`,
  String.raw`${NOT_ONE_PERSON}\bborn\b`,
  String.raw`\b(?:turn(?:ed|s|ing)|(?:will|'ll) be) \d{1,3}(?= on\b)`,
];
const LABEL = `(?:${LABELS.join('|')})`;
const FILLER =
  String.raw`(?:'?s\b)?[^\p{L}\d]{0,4}(?:(?:is|was|being|of|on|in|the|about|around|approx` +
  '|circa|unknown|day|(?:mon|tues?|wednes|thurs?|fri|satur|sun)' +
  String.raw`(?:day)?)\b[^\p{L}\d]{0,3}){0,4}`;

const anyOf = (sources: readonly string[]) => `(?:${sources.join('|')})`;

const ONE_YOUNG = '(?:twins?|baby|boy|girl|child|toddler|infant)';

const WHOLE_DATE = new RegExp(
  String.raw`(?<!\d[/.-]?|[a-z])${anyOf(WHOLE_DATES)}(?![\d/]|[.:-]\d)`,
  'giu',
);
const SAID_TO_BE_ONE = new RegExp(
  String.raw`(?:${LABEL}${FILLER}${anyOf([...WHOLE_DATES, ...PARTS_OF_DATES])}|\bb\.? ?` +
    String.raw`${anyOf(WHOLE_DATES)}|\b${ONE_YOUNG},? ?\(?${anyOf(WHOLE_DATES)}|` +
    String.raw`${anyOf(WHOLE_DATES)},? ?\(?(?:dob\b|(?:[mf]|male|female)\b(?!['/])))(?!\d)`,
  'iu',
);
const BIRTH_YEAR = new RegExp(
  String.raw`(?:${LABEL}|\bb\.)${FILLER}(${YEAR}|'\d\d)(?![\d/-])`,
  'giu',
);
/** “Born before 1 September 1950”: who is invited for a vaccine. */
const A_COHORT = new RegExp(
  String.raw`\bborn (?:on or )?(?:before|after|between|since|from) ` +
    `${anyOf([...WHOLE_DATES, YEAR])}(?: (?:and|to) ` +
    `${anyOf([...WHOLE_DATES, YEAR])})?`,
  'giu',
);
/** What colleagues and organisations do on a day, and since. */
const AN_EVENT = new RegExp(
  String.raw`\b(?:since|until|till|inspect\w*|rated|visit\w*|contract\w*|lease|rules` +
    String.raw`|scheme|sign\w*|open\w*|clos\w+|found\w*|establish\w*|built|building|join\w*` +
    String.raw`|merg\w*|start\w*|beg[au]n|launch\w*|report\w*|review\w*|met|meeting|minutes` +
    String.raw`|agm|plt|board|committee|dated?|effective|publish\w*|updated?|version|v\d` +
    String.raw`|agreed|agreement|approved|introduced|guid\w*|nice|n?g\d+|qs\d+|policy` +
    String.raw`|protocol|appraisal|revalidation|training|course|cpr|qualified|partner\w*` +
    String.raw`|deed|retire\w*|deadline|due|expir\w*|ended|ends|worked|employed|cqc|pct|ccg` +
    '|pcn|icb|locality|indemnity|insurance|audit|pilot|clinics?|rota|raised|set' +
    String.raw` up|went live|go live|migrat\w*|installed|cancelled|postponed|moved)\b`,
  'i',
);
/** What was there before all who work today. */
const A_FOUNDING = /\b(?:since|open\w*|found\w*|establish\w*|built|building|lease)\b/i;
const A_QUARTER_DAY = new RegExp(
  String.raw`^(?:0?1(?:st)?(?: of)?[ /.-](?:0?[147]|10|jan\w*|apr\w*|jul\w*|oct\w*)|31` +
    String.raw`(?:st)?(?: of)?[ /.-](?:0?3|12|mar\w*|dec\w*))[ /.-]`,
  'i',
);
/** A working life. */
const YEARS_OF_WORK = 45;

/**
 * Whether a date of birth is among the words, `thisYear` being the year in which they are written.
 */
export const hasBirth = (text: string, thisYear: number): boolean => {
  const rest = text.replace(A_COHORT, '');
  const isLongAgo = (date: string) => yearOf(date, thisYear) < thisYear - YEARS_OF_MEETINGS;
  return (
    SAID_TO_BE_ONE.test(rest) ||
    [...rest.matchAll(BIRTH_YEAR)].some(([, year = '']) => isLongAgo(year)) ||
    [...rest.matchAll(WHOLE_DATE)].some(
      ({ 0: date, index }) =>
        isLongAgo(date) && isOfOne(date, thisYear, aroundIn(rest, index, date.length)),
    )
  );
};

/** Whether a day long ago is that of a birth, not of what colleagues or organisations did. */
const isOfOne = (date: string, thisYear: number, { before, after, sentence }: Around) => {
  if (yearOf(date, thisYear) < thisYear - YEARS_OF_WORK)
    return PATIENT_WORD.test(sentence) || !A_FOUNDING.test(sentence);
  if (PERSON_WORD.test(sentence) || INITIALS_BEFORE.test(before)) return true;
  const isBare = !/\p{L}{2}/u.test(before + after);
  const isMeeting = AN_EVENT.test(sentence) || A_QUARTER_DAY.test(date);
  return !isMeeting && (isBare || PATIENT_WORD.test(sentence));
};
const INITIALS_BEFORE = /\b\p{Lu}\.? ?\p{Lu}\.?[ ,(]{1,3}$/u;

/** The year as written, or the one that its two digits most likely mean. */
const yearOf = (date: string, thisYear: number): number => {
  const [written] =
    /(?:19|20)\d\d$/.exec(date) ?? /^(?:19|20)\d\d/.exec(date) ?? /\d\d$/.exec(date) ?? [];
  const year = Number(written);
  if (year > 99) return year;
  return year <= (thisYear % 100) + YEARS_OF_PLANS ? 2000 + year : 1900 + year;
};
