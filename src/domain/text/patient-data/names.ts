// Names, only where the words around them say that a patient's follows: a title, “patient”, “a man
// called”, an age after initials.
import {
  NO_INITIALS,
  NO_INITIALS_BESIDE_AN_AGE,
  NO_NAME,
  NO_NAME_AFTER_A_TITLE,
  NO_NAME_AFTER_PATIENT,
} from './not-names.ts';

/** “Osei”, “O'Neill”, “van der Berg”. An acronym has no small letters. */
const nameBut = (noNames: string) =>
  '(?:(?:van|von|de|der|den|del|della|di|da|dos|du|la|le|el|al|bin|ibn' +
  String.raw`|st)[ -])*(?!${noNames}\b)\p{Lu}(?:['-]\p{Lu}?)?\p{Ll}`;
const NAME = nameBut(NO_NAME);
/** “J. Smith”, “J Smith”, “Smith”. */
const AFTER_A_TITLE = String.raw`(?:\p{Lu}\b\.? ?)?${nameBut(NO_NAME_AFTER_A_TITLE)}`;
const AFTER_PATIENT = nameBut(NO_NAME_AFTER_PATIENT);
const initialsBut = (noInitials: string) =>
  String.raw`\b(?!${noInitials}\b)(?:\p{Lu}\p{Lu}|\p{Lu}\. ?\p{Lu}\.)(?!\p{L})`;
const INITIALS = initialsBut(NO_INITIALS);
const BESIDE_AN_AGE = initialsBut(NO_INITIALS_BESIDE_AN_AGE);
const OLD = String.raw`(?:y\/?o\b|yrs?(?: old)?\b|year(?:s|-)? ?old)`;
const AGE = String.raw`(?:\d{1,3} ?${OLD}|\d{2} ?[MF]\b)`;
const TITLE_END = String.raw`(?:\. ?|: ?| ) ?(?!(?:and|or)\b)`;
const PATIENT =
  String.raw`(?<![-\p{L}]|(?:Every|[Nn]ew|Expert|Virtual|Single|Better) )` +
  '(?:[Pp]atient|[Pp]tnt|[Pp]ts?)';
const PERSON =
  '(?:man|woman|lady|gentleman|gent|chap|bloke|fellow|boy|girl|lad|child' +
  '|baby|toddler|teenager|resident|patient|pt)';
/** “Her dad called Fernbridge” is about a telephone. */
const RELATIVE = '(?:mother|mum|father|dad|son|daughter|wife|husband|carer)';
/** “We miss Riverside” has no title in it. */
const MISSING =
  String.raw`(?<!\b(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Pp]eople|[Tt]o|[Nn]ot|[Nn]ever|or|and` +
  "|also|will|would|might|may|can|could|do|really|n't) " +
  ')miss';

const pattern = (source: string, flags = 'u') => new RegExp(source, flags);

const WITH_A_NAME: readonly RegExp[] = [
  // nothing else is called Mrs or Mr, however it is written; only MR before a small letter is a
  // scan
  pattern(String.raw`\bmrs${TITLE_END}\p{L}`, 'iu'),
  pattern(String.raw`\b(?:[Mm]r|[Mm]ister)${TITLE_END}(?!scan|imag|men\b|Men\b)\p{L}`),
  pattern(String.raw`\bMR${TITLE_END}(?!SCAN|IMAG|Scan|Imag)\p{Lu}`),
  pattern(String.raw`\b(?:[Mm][sx]|Miss|Master|${MISSING})(?:\. ?| )${AFTER_A_TITLE}`),
  // patient Kaur, pt. Kaur, the pt (Kaur), patient: Kaur; “, Kaur,” where it ends like an aside
  pattern(String.raw`${PATIENT}(?:(?<=[Pp]ts?)\. ?| ?[-:(] ?| )${AFTER_PATIENT}`),
  pattern(String.raw`${PATIENT}, ${AFTER_PATIENT}[\p{L}'-]*(?: ${NAME}[\p{L}'-]*)?[,.)]`),
  pattern(String.raw`${PATIENT}(?:\.? | ?[-:(] ?)${INITIALS}`),
  pattern(
    String.raw`${PATIENT}(?:'s)? (?:name|initials)(?: is| are| was)?[: ]{1,2}(?:\p{Lu}|${NAME})`,
  ),
  pattern(String.raw`\b[Nn]ame of (?:the )?patient(?: is| was)?[: ]{1,2}\p{Lu}`),
  pattern(String.raw`\b[Ii]nitials:? ${INITIALS}`),
  pattern(String.raw`\b[Pp]atients ${AFTER_PATIENT}\p{L}* (?:and|&) ${NAME}`),
  pattern(String.raw`(?:\b${PERSON}|\d ?${OLD}) (?:called|named|by the name of) ${NAME}`),
  pattern(
    String.raw`\b(?:${PERSON}|${RELATIVE})(?:'s name is| (?:is|was|who is) ` +
      `(?:called|named)| named) ${NAME}`,
  ),
  // JS, 82yo; 82yo JS; Peter (82 years old)
  pattern(`${BESIDE_AN_AGE}[,:( ]{1,3}(?:aged? )?${AGE}(?! (?:in|of|as|at|on|experience))`),
  pattern(String.raw`\b${AGE}[,: ]{1,2}${BESIDE_AN_AGE}`),
  pattern(String.raw`${INITIALS}[,: ]{1,2}aged \d{1,3}(?![\d+])|\b\p{Lu}\.\p{Lu}\. \(\d{1,3}\)`),
  pattern(
    String.raw`${NAME}\p{L}*(?:[,(] ?|, \(| \()(?:aged )?\d{1,3} ?(?:yo\b|y\/o\b|y(?:ea)?rs? old)`,
  ),
  pattern(String.raw`\b\d{1,3} ?(?:yo|y\/o) ${NAME}`),
];

export const hasPatientName = (text: string): boolean =>
  WITH_A_NAME.some((each) => each.test(inUsualCase(text)));

/** Who writes all in capitals means what others write with one. */
const inUsualCase = (text: string) =>
  /\p{Ll}/u.test(text)
    ? text
    : text.replace(/(?<=\p{Lu})\p{Lu}+/gu, (letters) => letters.toLowerCase());
