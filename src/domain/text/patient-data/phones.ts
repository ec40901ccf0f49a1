// How somebody can be rung. Services' numbers and switchboards pass.
import { aroundIn } from './context.ts';

const GAP = String.raw`[ ().\/-]{0,3}`;

const PHONE_NUMBERS = [
  // +44 7700 900123, 0044 …, +44 (0)7700 …, and other countries' numbers
  String.raw`(?<!\w)(?:\+|00)\d{1,3}(?:${GAP}\d){7,12}(?!\d)`,
  // 01632 960123, (020) 7946 0123, 07700-900-123: the first three digits stand together, unlike in
  // opening hours
  String.raw`(?<!\d[.,]?|[A-Z])0[1-9]\d(?:${GAP}\d){7,8}(?![\d:])`,
  // 07 700 900 123, 07 70 09 00 12 3, 447700900123, 0 7700 900123, 0 7 7 0 0 …
  String.raw`(?<!\w)(?:07(?:[ -]\d{3}){3}|07(?: \d\d){4} ?\d|44 ?7\d{3} ?\d{3} ?\d{3}` +
    String.raw`|0[ -]7\d{3}[ -]?\d{6}|0[ -]7\d{3}[ -]\d{3}[ -]\d{3}|0(?: \d){10})(?! ?\d)`,
].map((source) => new RegExp(source, 'g'));

/** A number within a town, or with its first digit left out, where it is said to be one. */
const SAID_TO_BE_ONE = new RegExp(
  String.raw`\b(?:tel(?:ephone)?|(?:tele)?phone|ph|mob(?:ile)?|landline|cell|call|ring` +
    String.raw`|text|whatsapp)\b[^\p{L}\d]{0,4}(?:(?:no|number|on|is|her|him|them|us|me` +
    String.raw`|back)\b[^\p{L}\d]{0,3}){0,3}(?<!\+)(?!116 ?\d{3}\b|\d{4} ?- ?\d{4}(?!\d))` +
    String.raw`(\d(?:${GAP}\d){5,10})(?! ?\d)`,
  'giu',
);

/** Ofcom's National Telephone Numbering Plan: 03, 05, 080, 084, 087 and 09 are organisations'. */
const OF_AN_ORGANISATION = /^0(?:3|5|80|84|87|9)|^1(?:\d\d|16\d{3}|8\d{3})$/;

const A_SERVICE = new RegExp(
  String.raw`\b(?:switchboard|lines?|helpline|help ?desk|desk|trust|hubs?|teams?|ward` +
    '|clinic|lab|path(?:ology)?|hospital|offices?|spa|single point|bureau' +
    String.raw`|secretar\w+|fax|reception|dial.?in|conf(?:erence)?|bypass|direct line|bleep` +
    '|department|dept|service|pals|ooh|out of hours|111|duty|safeguarding|(?:bed' +
    '|site|practice) manager|social care|consultant|surgery|practice|pharmacy' +
    String.raw`|hospice|council|unit|centre|district nurses?'?|dn'?s?|midwi\w+|cmht|crisis` +
    String.raw`|it support)\b`,
  'i',
);
const SOMEBODYS = new RegExp(
  String.raw`(?<!\p{L})(?:her|his|him|she|he|wife|husband|son|daughter|mum|mother|dad` +
    '|father|sister|brother|niece|nephew|partner|neighbour|nok|next of kin|family' +
    `(?:'s)?|carer|pts?|patient(?:'s)?|home|landline|mob(?:ile)?|widow|relative` +
    String.raw`|mrs|mr|contact|gave|given|give)(?!\p{L})`,
  'iu',
);

/** The service's name stands close to its number. */
const NEAR = 45;

/** Whether a telephone number is among the words that no practice or service publishes. */
export const hasPhoneNumber = (text: string, known: readonly string[]): boolean => {
  const ours = known.map(nationally);
  const found = [
    ...PHONE_NUMBERS.flatMap((pattern) => [...text.matchAll(pattern)]),
    ...text.matchAll(SAID_TO_BE_ONE),
  ];
  return found.some(({ 0: whole, 1: labelled, index }) => {
    const number = nationally(labelled ?? whole);
    return (
      !ours.some((own) => own.endsWith(number)) &&
      !OF_AN_ORGANISATION.test(number) &&
      !isOfAService(number, aroundIn(text, index, whole.length, NEAR).sentence)
    );
  });
};

/** A landline; whoever has a mobile is a person. */
const isOfAService = (number: string, sentence: string) =>
  /^0[12]/.test(number) && A_SERVICE.test(sentence) && !SOMEBODYS.test(sentence);

/** The digits as one dials them within the country. */
const nationally = (number: string) => number.replace(/[^\d+]/g, '').replace(/^(?:\+|00)440?/, '0');
