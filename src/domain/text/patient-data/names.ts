// Names, only where the words around them say that a patient's follows: a title, “patient”, “a man
// called”, an age after initials, a relative, a home.
import { anyCase } from './any-case.ts';
import { illnesses } from './context.ts';
import { hasInitialsOfOne } from './initials.ts';
import { initialsBut, nameBut } from './name-patterns.ts';
import { NO_INITIALS, NO_NAME, NO_NAME_AFTER_PATIENT } from './not-names.ts';
import { hasNamedRelative } from './relatives.ts';
import { hasResident } from './residents.ts';
import { hasTitledName } from './titles.ts';

const HAPPENED = anyCase(
  `${illnesses}|fell|waited|waits?|waiting|admitted|discharged|died|sent home`,
);

const NAME = nameBut(NO_NAME);
const AFTER_PATIENT = nameBut(NO_NAME_AFTER_PATIENT);
const INITIALS = initialsBut(NO_INITIALS);
const OLD = String.raw`(?:y\/?o\b|yrs?(?: old)?\b|year(?:s|-)? ?old)`;
const PATIENT =
  String.raw`(?<![-\p{L}]|(?:Every|[Nn]ew|Expert|Virtual|Single|Better) )(?:[Pp]atient` +
  '|[Pp]tnt|[Pp]ts?)';
const PERSON =
  '(?:man|woman|lady|gentleman|gent|chap|bloke|fellow|boy|girl|lad|child|baby' +
  '|toddler|teenager|resident|patient|pt)';
/** “Her dad called Fernbridge” is about a telephone. */
const RELATIVE = '(?:mother|mum|father|dad|son|daughter|wife|husband|carer)';

const pattern = (source: string, flags = 'u') => new RegExp(source, flags);

const WITH_A_NAME: readonly RegExp[] = [
  // patient Kaur, pt. Kaur, the pt (Kaur), patient: Kaur; “, Kaur,” where it ends like an aside
  pattern(String.raw`${PATIENT}(?:(?<=[Pp]ts?)\. ?| ?[-:(] ?| )${AFTER_PATIENT}`),
  pattern(String.raw`${PATIENT}, ${AFTER_PATIENT}[\p{L}'-]*(?: ${NAME}[\p{L}'-]*)?[,.)]`),
  pattern(String.raw`${PATIENT}(?:\.? | ?[-:(] ?)${INITIALS}`),
  pattern(String.raw`${PATIENT} (?:is|was) ${NAME}\p{L}+ \p{Lu}`),
  pattern(
    String.raw`${PATIENT}(?:'s)? (?:name|initials)(?: is| are| was)?[: ]{1,2}(?:\p{Lu}|${NAME})`,
  ),
  pattern(String.raw`\b[Nn]ame of (?:the )?patient(?: is| was)?[: ]{1,2}\p{Lu}`),
  pattern(String.raw`\b[Ii]nitials:? ${INITIALS}`),
  pattern(String.raw`\b[Pp]atients ${AFTER_PATIENT}\p{L}* (?:and|&) ${NAME}`),
  pattern(String.raw`(?:\b${PERSON}|\d ?${OLD}) (?:called|named|by the name of) ${NAME}`),
  pattern(
    String.raw`\b(?:${PERSON}|${RELATIVE})(?:'s name is| (?:is|was|who is) (?:called|named)` +
      `| named) ${NAME}`,
  ),
  // Susan Bell, 84, COPD; Sir Tom Bell, 88, waited
  pattern(
    String.raw`(?=\p{Lu})(?<!\b(?:Dr|Prof|Professor|Nurse|Sister|Matron)\.? (?:\p{L}{1,20} )?)\b` +
      String.raw`${NAME}\p{L}*(?: ${NAME}\p{L}*| \p{Lu}\b\.?)[,( ]{1,3}(?:aged )?\d{1,3}(?: ?` +
      `${OLD}|[,) ]{1,3}(?:(?:with|known|has|and) )?${HAPPENED}` +
      String.raw`(?!\p{L}))`,
  ),
  pattern(String.raw`\b[Rr]esident,? ${NAME}\p{L}+ ${NAME}`),
  // Peter (82 years old)
  pattern(
    String.raw`${NAME}\p{L}*(?:[,(] ?|, \(| \()(?:aged )?\d{1,3} ?(?:yo\b|y\/o\b|y(?:ea)?rs? old)`,
  ),
  pattern(String.raw`\b\d{1,3} ?(?:yo|y\/o) ${NAME}`),
];

/** Whether a name, or a description that fits one person, is among the words. */
export const hasPatientName = (text: string): boolean => {
  const usual = inUsualCase(text);
  return (
    hasTitledName(usual) ||
    WITH_A_NAME.some((each) => each.test(usual)) ||
    hasInitialsOfOne(text) ||
    hasNamedRelative(usual) ||
    hasResident(usual)
  );
};

/** Who writes all in capitals means what others write with one. */
const inUsualCase = (text: string) =>
  /\p{Ll}/u.test(text)
    ? text
    : text.replace(/(?<=\p{Lu})\p{Lu}+/gu, (letters) => letters.toLowerCase());
