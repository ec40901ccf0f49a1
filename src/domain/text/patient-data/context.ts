// What the words around a number, a date or a name say: whether one patient is meant, or a service,
// a place, a colleague.

/** Sources of patterns; all in small letters, for patterns that ignore case. */
const ILLNESSES =
  'copd|asthma|(?:heart|renal|liver) failure|hf|mi|stroke|tia|ckd|aki|afib|angina|t[12]dm|dm|' +
  'diabet(?:es|ic)|dementia|alzheimer\\S*|parkinson\\S*|ms|mnd|epilep\\w+|cancer|ca|leuk\\w+|' +
  'lymphoma|melanoma|schizo\\w+|bipolar|psychosis|psychotic|depress\\w+|anxiety|suicid\\w+|' +
  'overdose|anorexi\\w+|autis\\w+|adhd|sepsis|septic|pneumonia|cap|lrti|uti|covid|fracture\\w*|' +
  '#?nof|falls?|fell|ulcers?|cellulitis|catheter|stoma|colostomy|dvt|copd exac|wheeze|eczema|' +
  'psoriasis|arthritis|gout|lupus|migraine\\w*|seizures?|amput\\w+|palliative|dying|end of life|' +
  'pregnan\\w+|postnatal|miscarr\\w+|chest pain|weight loss|haematuria|anaemia|crohn\\S*|colitis|' +
  'cirrhosis|hepatitis|hiv|alcohol\\w*|frail\\w*|delirium|confus\\w+|pacemaker|2ww';
const CARE =
  'admi(?:tted|ssions?)|discharged?|ward|bed|trolley|corridor|ambulance|waited|waiting|waits|' +
  'seen|sent home|referred|transferred|readmitted|housebound|died|bloods|scan|biopsy|' +
  'operation|op|carers?|wound|dressings?|meds|dnacpr|poc|no letter|results?|hip|knee|lives';

/** “Patients” are everybody. */
const PERSON =
  'she|he|hers?|his|him|lady|gentleman|gent|man|woman|male|female|boy|girl|lad|baby|child|twins?|' +
  'toddler|infant|chap|resident|pts?|ptnt|patient|mum|mother|son|daughter|husband|wife|widow|' +
  'birthday (?:on|in|it|was)|couple|yo|y/o|nok|next of kin|family|carer|dob|\\d\\d ?[mf]';

export const ILLNESS = new RegExp(String.raw`(?<![\p{L}\d])(?:${ILLNESSES})(?![\p{L}\d])`, 'iu');
export const illnesses = ILLNESSES;
export const PATIENT_WORD = new RegExp(
  String.raw`(?<![\p{L}\d])(?:${PERSON}|${ILLNESSES}|${CARE})(?![\p{L}\d])`,
  'iu',
);
export const PERSON_WORD = new RegExp(String.raw`(?<![\p{L}\d])(?:${PERSON})(?![\p{L}\d])`, 'iu');

/** As many letters as a sentence has on either side, if it is not very long. */
const REACH = 90;

export type Around = {
  readonly before: string;
  readonly after: string;
  readonly sentence: string;
};

/** The sentence around a part of a text, before and after it. */
export const aroundIn = (text: string, index: number, length: number, reach = REACH): Around => {
  const before = text.slice(Math.max(0, index - reach), index).replace(/^.*[.!?;] /s, '');
  const after = text.slice(index + length, index + length + reach).replace(/[.!?;](?: .*|$)/s, '');
  return { before, after, sentence: `${before} … ${after}` };
};
