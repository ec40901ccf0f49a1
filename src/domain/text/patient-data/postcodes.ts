// Where somebody lives. What stands in public lists passes: practices, hospitals, halls.
import { aroundIn } from './context.ts';

/**
 * The shape of UK postcodes; the letters of the second half are never C, I, K, M, O or V (BS 7666).
 */
const POSTCODE = /\b([A-Z]{1,2}\d[A-Z\d]?)[ .,/-]{0,2}(\d ?[ABD-HJLNP-UW-Z]{2})\b/gi;

/** The two letters that begin the country's postcodes (ONS); alone, “at 12 4 pm” begins so too. */
const AREAS =
  'AB|AL|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|EC|' +
  'EH|EN|EX|FK|FY|GL|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IP|IV|KA|KT|KW|KY|LA|LD|LE|LL|LN|LS|LU|ME|MK|' +
  'ML|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|' +
  'SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE';
const APART = new RegExp(
  String.raw`\b((?:${AREAS}) \d{1,2})[ .,/-]{1,2}(\d ?[ABD-HJLNP-UW-Z]{2})\b`,
  'gi',
);

const A_PUBLIC_PLACE = new RegExp(
  String.raw`\b(?:hospital|infirmary|clinics?|surger(?:y|ies)|practices?|(?:health` +
    '|medical|treatment|walk.in|urgent care|community|conference|day|resource' +
    String.raw`|leisure) cent(?:re|er)|h\/?c|miu|utc|hall|hotel|inn|library|hospice` +
    '|offices?|hq|headquarters|trust|branch|site|venue|hub|lab(?:oratory)?|path' +
    '(?:ology)?|po box|pcse|sat ?nav|training|meetings?|plt|agm|parking|park at' +
    '|events?|conference|samples|correspondence|ccg|icb|pharmacy|chemist|general' +
    String.raw`|depot|college|church|council)\b`,
  'i',
);
const A_HOME = new RegExp(
  String.raw`(?<!\p{L})(?:lives?|living|lived|resid\w+|home|house|flat|her|his|she|he` +
    '|they|pts?|patient|housebound|carers?|lady|gentleman|old boy|couple|man' +
    '|woman|key ?safe|next of kin|nok|moved to|move to|wrong house|ambulance)' +
    String.raw`(?!\p{L})`,
  'iu',
);
/** “Mill House, W1T 7NF for the event”, “care homes”. */
const NOT_A_HOME = /\b(?:\p{Lu}\p{L}+ House|care homes?|nursing homes?)\b/gu;

/** The place's name stands close to its postcode. */
const NEAR = 45;

/** Whether a postcode is among the words that is nobody's public address. */
export const hasPostcode = (text: string, known: readonly string[]): boolean => {
  const ours = new Set(known.map(squeeze));
  return [...text.matchAll(POSTCODE), ...text.matchAll(APART)].some(
    ({ 0: found, 1: outward = '', 2: inward = '', index }) =>
      !isCount(outward, inward) &&
      !ours.has(squeeze(found)) &&
      !isPublic(aroundIn(text, index, found.length, NEAR).sentence),
  );
};

const isPublic = (sentence: string) =>
  A_PUBLIC_PLACE.test(sentence) && !A_HOME.test(sentence.replace(NOT_A_HOME, ''));

/** “B12 1st dose”, “M25 2hr delay”, “A1 3 at most” only look like postcodes. */
const isCount = (outward: string, inward: string) =>
  /^(1st|2nd|3rd)$/i.test(inward) ||
  (/^\d(th|hr|yr|ft|pp|pt|ug|gp|up)$/.test(inward) && /[A-Z]/.test(outward)) ||
  (/^\d [a-z]|^\d [A-Z][a-z]/.test(inward) && !/ /.test(outward));

const squeeze = (text: string) => text.replace(/[\s.-]/g, '').toUpperCase();
