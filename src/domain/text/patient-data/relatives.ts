// A patient's relative with a name: “her daughter Susan Bell rang”, “wife Anneke”.
import { anyCase } from './any-case.ts';
import { isFirstName } from './first-names.ts';
import { nameBut } from './name-patterns.ts';
import { NO_NAME, NO_NAME_AFTER_PATIENT } from './not-names.ts';

const NAME = nameBut(`(?:${NO_NAME}|${NO_NAME_AFTER_PATIENT})`);
const NEAR =
  'daughter|son|wife|husband|widow|widower|mum|mam|mother|dad|father|niece|nephew|grandson|' +
  'granddaughter|grandmother|grandfather|gran|grandad|nan|stepson|stepdaughter|dtr|hubby|missus';
/** “Sister” is a nurse as well, “partner” a GP, and “carer” anybody's. */
const FAR = 'sister|brother|partner|carer|neighbour|friend|aunt|uncle|cousin|next of kin|nok';
const OF_A_PATIENT = `(?:her|his|their|whose|(?:the )?(?:pt|patient)(?:'s)?)`;
/** “My wife Jo” is the writer's. */
const NOT_MINE = '(?<!\\b(?:my|our|your) )';
const IN_LAW = '(?:[ -]in[ -]law)?';
const RELATIVE =
  String.raw`(?:${NOT_MINE}\b(?:${NEAR})|\b${OF_A_PATIENT} (?:${FAR})|\b(?:${NEAR}|` +
  String.raw`${FAR}) of (?:the )?(?:pt|patient)\b)${IN_LAW}`;
const LINK =
  String.raw`(?:'s name is|,? (?:(?:is|was|who is) (?:called|named)|named)|,| \(|:|` +
  ' -)?[ (]{0,2}';

const RELATIVE_AND_NAME = new RegExp(`${anyCase(RELATIVE + LINK)}(?<=[ (])(${NAME})`, 'u');
/** “Susan Bell (daughter)”, “Susan, her daughter,”, “Susan Bell's mum”. */
const NAME_AND_RELATIVE = new RegExp(
  String.raw`(?<!(?:\p{L}|Dr|Prof|Nurse|Sister|Matron)[ '-])${NAME}\p{L}*(?: ` +
    String.raw`${NAME}\p{L}*)?(?:,? ?\(|, )(?:${OF_A_PATIENT} )?(?:${NEAR})(?=[),])|(?<!\b` +
    String.raw`(?:Dr|Prof|Nurse|Sister|Matron) )\b${NAME}\p{L}*'s (?:${NEAR})\b`,
  'u',
);
/** “Little Tommy”, “baby of Susan”. */
const YOUNG_AND_WORD = /\b(?:little|young|poor|baby|babe)(?: of)? (\p{L}{3,20})(?!\p{L})/giu;
const RELATIVE_AND_WORD = new RegExp(
  String.raw`(?:${RELATIVE}|\b(?:pt|patient)(?: name:?| called| was| is)?:?)${LINK}` +
    String.raw`(?<=[ (])(\p{L}{3,20})(?!\p{L})`,
  'giu',
);
/** Whether a patient's relative, or a patient in small letters, is named. */
export const hasNamedRelative = (text: string): boolean =>
  RELATIVE_AND_NAME.test(text) ||
  NAME_AND_RELATIVE.test(text) ||
  [...text.matchAll(RELATIVE_AND_WORD)].some(
    ([, word = '']) => /^\p{Ll}+$/u.test(word) && isFirstName(word),
  ) ||
  [...text.matchAll(YOUNG_AND_WORD)].some(
    ([, word = '']) => /^\p{Lu}/u.test(word) && isFirstName(word.toLowerCase()),
  );
