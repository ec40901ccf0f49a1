// A patient's relative with a name: “her daughter Susan Bell rang”, “wife Anneke”.
import { getGender } from 'gender-detection-from-name';
import { nameBut } from './name-patterns.ts';
import { NO_NAME, NO_NAME_AFTER_PATIENT } from './not-names.ts';

const NAME = nameBut(`(?:${NO_NAME}|${NO_NAME_AFTER_PATIENT})`);
const NEAR =
  'daughter|son|wife|husband|widow|widower|mum|mam|mother|dad|father|niece|nephew|grandson|' +
  'granddaughter|grandmother|grandfather|gran|grandad|nan|stepson|stepdaughter';
/** “Sister” is a nurse as well, “partner” a GP, and “carer” anybody's. */
const FAR = 'sister|brother|partner|carer|neighbour|friend|aunt|uncle|cousin|next of kin|nok';
const OF_A_PATIENT = String.raw`(?:her|his|their|whose|(?:the )?(?:pt|patient)(?:'s)?)`;
/** “My wife Jo” is the writer's. */
const NOT_MINE = '(?<!\\b(?:my|our|your) )';
const IN_LAW = '(?:[ -]in[ -]law)?';
const RELATIVE = String.raw`(?:${NOT_MINE}\b(?:${NEAR})|\b${OF_A_PATIENT} (?:${FAR})|\b(?:${NEAR}|${FAR}) of (?:the )?(?:pt|patient)\b)${IN_LAW}`;
const LINK = String.raw`(?:'s name is|,? (?:(?:is|was|who is) (?:called|named)|named)|,| \(|:| -)?[ (]{0,2}`;

const inAnyCase = (source: string) => source.replace(/\\b|\\s/g, '$&');
const RELATIVE_AND_NAME = new RegExp(
  String.raw`(?i:${inAnyCase(RELATIVE)}${LINK})(?<=[ (])(${NAME})`,
  'u',
);
const RELATIVE_AND_WORD = new RegExp(
  String.raw`(?:${RELATIVE}|\b(?:pt|patient)(?: name:?| called| was| is)?:?)${LINK}(?<=[ (])(\p{L}{3,20})(?!\p{L})`,
  'giu',
);
/** First names that are words as well. */
const WORDS =
  'said|will|may|can|see|saw|has|had|does|art|page|care|carer|are|was|and|the|for|not|her|his|she|' +
  'any|all|too|who|why|how|now|new|old|age|home|hope|joy|faith|safety|case|choice|voice|mark|' +
  'transport|records?|list|group|data|story|portal|access|lead|made|don|rest|just|love|ever|many|' +
  'most|more|even|dear|able|real|true|wants|king|major|price|grace|angel|summer|august|june|april|' +
  'ill|ever|out|off|sent|need|needs|seen|left|lost|told|gave|came|come|went|must|should|would';
const A_WORD = new RegExp(`^(?:${WORDS})$`, 'i');

/** Whether a patient's relative, or a patient in small letters, is named. */
export const hasNamedRelative = (text: string): boolean =>
  RELATIVE_AND_NAME.test(text) ||
  [...text.matchAll(RELATIVE_AND_WORD)].some(([, word = '']) => isFirstName(word));

/** In small letters only a list of first names tells a name from a word. */
const isFirstName = (word: string) =>
  !A_WORD.test(word) && /^\p{Ll}+$/u.test(word) && getGender(word, 'en') !== 'unknown';
