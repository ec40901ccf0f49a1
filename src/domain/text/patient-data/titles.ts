// A title and a name: a patient's, unless the words beside it give a colleague's job.
import { aroundIn, ILLNESS, illnesses } from './context.ts';
import { nameBut } from './name-patterns.ts';
import { NO_NAME_AFTER_A_TITLE } from './not-names.ts';

/** “J. Smith”, “J Smith”, “Smith”. */
const AFTER_A_TITLE = String.raw`(?:\p{Lu}\b\.? ?)?${nameBut(NO_NAME_AFTER_A_TITLE)}`;
/** “Mr or Mrs”, “Ms titles” and “the Mr Men” are nobody. */
const NOBODY = String.raw`(?!(?:and|or|titles?|should|is|are|not|on|men|speaker)\b)`;
const TITLE_END = String.raw`(?:\. ?|: ?| ) ?${NOBODY}`;
/** “We miss Riverside” has no title in it. */
const MISSING =
  '(?<!\\b(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Pp]eople|[Tt]o|[Nn]ot|[Nn]ever|or|and|also' +
  "|will|would|might|may|can|could|do|really|n't) " +
  ')miss';
const REST = String.raw`(?:[\p{L}-]|'(?=\p{L}{2}))*(?:\.? \p{Lu}(?:[\p{L}-]|'(?=\p{L}{2}))*){0,2}`;

const TITLED: readonly RegExp[] = [
  // nothing else is called Mrs or Mr, however it is written; only MR before a small letter is a
  // scan
  new RegExp(String.raw`\b[Mm][Rr][Ss]${TITLE_END}\p{L}${REST}`, 'gu'),
  new RegExp(
    String.raw`\b(?:[Mm]r|[Mm]ister)${TITLE_END}(?!scan|imag|Speaker|Men)\p{L}${REST}`,
    'gu',
  ),
  new RegExp(String.raw`\bMR${TITLE_END}(?!SCAN|IMAG|Scan|Imag)\p{Lu}${REST}`, 'gu'),
  new RegExp(
    String.raw`\b(?:[Mm][sx]|Mx|Mstr|Miss|Master|${MISSING})(?:\. ?| )${NOBODY}` +
      `${AFTER_A_TITLE}${REST}`,
    'gu',
  ),
  // in small letters, “ms” is an illness and “miss” a verb, unless somebody did something
  new RegExp(
    String.raw`(?<!\b(?:[Nn]ear|i|we|you|they|to|not|never|will|would) )\b(?:ms|miss)\.? ` +
      String.raw`(?!or\b|and\b|out\b)\p{Ll}{3,20} (?:was|is|has|had|lost|needed|needs|waited` +
      String.raw`|waits|rang|fell|went|came|said|says|wanted|wants|got|lives)\b`,
    'gu',
  ),
];

const JOBS =
  'chair(?:man|woman|person)?|chief(?: exec\\w*)?|ceo|mp|cllr|councillor|mayor|lay member|member|' +
  'director|head|manager|management|pm|secretar\\w+|reception\\w*|nurses?|matron|sister|hca|anp|' +
  'acp|cns|dn|physio\\w*|pharmacists?|pharmacy|paramedic|surgeons?|consultant|registrar|reg|' +
  '\\w+(?:ologist|iatrist|iatrician|etist)|\\w*therap(?:ist|y)|ot|dieti\\w+' +
  '|dietetics|podiatr\\w+|' +
  'midwi\\w+|health visitor|hv|social worker|link worker|counsellor|trainer|trainee|gp|doctor|' +
  'clinician|lead|practitioner|optom\\w+|optician|dentist|radiograph\\w+|team|department|dept|' +
  'commission\\w+|board|trustee|governor|officer|admin\\w*|facilitator|co-?ordinator|speaker|' +
  'minister|teacher|ppg|healthwatch|lmc|ccg|icb|nhs england|patient rep\\w*|bursar|accountant|' +
  'solicitor|architect|caretaker|cleaner|finance|comms|ent|ortho\\w*|\\w+(?:ology|iatry|iatrics)|' +
  'vascular|theatres|radiology|physiotherapy|a&e|ed|labs?|estates|hospice|pharmac\\w+';
const WORK = 'clinics?|lists?|sessions?|talks?|teaching|team|triage|evening|lectures?|service';
const NO_JOB = String.raw`(?!(?:by|with|and|to|told|saw|seen|rang|who|no)\b)`;
const BETWEEN = String.raw`(?:${NO_JOB}[\p{L}&/-]{2,20} ){0,2}`;
/** “, our practice manager”, “ the orthopaedic surgeon”, “ (physio)”, “ in reception”. */
const JOB_AFTER = new RegExp(
  String.raw`^(?: \p{L}{2,20})?(?:[,(-] ?| \(| - |,? (?:who is|who's|she is|she's|he is` +
    String.raw`|he's|is|was)(?= (?:our|the|their|my|a|an)\b)|(?= (?:our|the|their|my|a|an` +
    String.raw`|from|in|at|of)\b)) ?(?:(?:our|the|their|my|your|new|a|an|from|in|at|of|for)` +
    String.raw` ){0,2}${BETWEEN}(?:${JOBS})(?!\p{L})`,
  'iu',
);
const WORK_AFTER = new RegExp(
  String.raw`^(?: \p{L}{2,20})?'s? (?:[\p{L}-]{2,20} ){0,3}(?:${WORK})(?!\p{L})`,
  'iu',
);
const JOB_BEFORE = new RegExp(
  String.raw`(?<!\p{L})(?:${JOBS})(?: (?:of|for) \p{L}{2,20}(?:` +
    String.raw` \p{L}{2,20})?)?[,:( -]{1,3}(?:is |was |called )?$`,
  'iu',
);
/** What colleagues do, and no patient does. */
const WORK_BESIDE = new RegExp(
  String.raw`^(?: \p{L}{2,20})? (?:leads?|led|chairs?|chaired|took the minutes|minuted` +
    '|present(?:s|ed)|teaches|taught|runs|ran|spoke|talked|visited (?:us|our|the' +
    ' practice)|covers|works (?:at|in|for|with)|manages|organised|hosted' +
    String.raw`|supervises|was health secretary|retires|could (?:lead|chair|run))\b`,
  'iu',
);
/** Thanks, and those who sat in a meeting. */
const AMONG_COLLEAGUES = new RegExp(
  String.raw`\b(?:thank(?:s|ed|ing)?|thank you|well done|kudos|congrat\w+|welcomed?|` +
    '(?:apologies|present|attend(?:ed|ees|ing)|in attendance|attended by)(?::|' +
    ' from)|(?:chaired|hosted|led|run|given|taught) by)(?: [^!?;:]{0,60})?' +
    '(?<=[ :])$',
  'i',
);

/** “The diabetes nurse”, “breast cancer surgeon”, “COPD lead”. */
const OF_A_JOB = new RegExp(
  String.raw`(?<!\p{L})(?:${illnesses}) (?=(?:\p{L}{2,20} )?(?:${JOBS}|${WORK}|specialist))`,
  'giu',
);

/** Whether a title and a name are among the words that belong to no colleague. */
export const hasTitledName = (text: string): boolean =>
  TITLED.some((pattern) =>
    [...text.matchAll(pattern)].some(({ 0: name, index }) => {
      const { before, after } = aroundIn(text, index, name.length);
      return !isColleague(before, after);
    }),
  );

const isColleague = (before: string, after: string) =>
  WORK_BESIDE.test(after) ||
  (!/^[,( ]{1,3}(?:aged? )?\d{2}(?!\d)/.test(after) &&
    !ILLNESS.test(after.slice(0, 45).replace(OF_A_JOB, '').slice(0, 30)) &&
    (JOB_AFTER.test(after) ||
      WORK_AFTER.test(after) ||
      JOB_BEFORE.test(before) ||
      AMONG_COLLEAGUES.test(before)));
