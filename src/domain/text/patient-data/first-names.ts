// Whether a word is somebody's first name, by a published list; for where nothing else tells.
import { getGender } from 'gender-detection-from-name';

/** First names that are words as well. */
const WORDS =
  'said|will|may|can|see|saw|has|had|does|art|page|care|carer|are|was|and|the' +
  '|for|not|her|his|she|' +
  'any|all|too|who|why|how|now|new|old|age|home|hope|joy|faith|safety|case|choice|voice|mark|' +
  'transport|records?|list|group|data|story|portal|access|lead|made|don|rest|just|love|ever|many|' +
  'most|more|even|dear|able|real|true|wants|king|major|price|summer|august|june|april|' +
  'ill|out|off|sent|need|needs|seen|left|lost|told|gave|came|come|went|must|should|would|people|' +
  'mums|doctors?|nurses?|patients?|clinic|adults?|children|one|ones|thing|bit|lady|man|woman|' +
  'england|dn|gp|hr|it|ig|dr|pm|om|in|on|at|is|he|an|or|no|social|stoma|fit|all' +
  '|community|practice|north|south|east|west|health|primary';
const A_WORD = new RegExp(`^(?:${WORDS})$`, 'i');

export const isFirstName = (word: string): boolean =>
  word.length > 1 && !A_WORD.test(word) && getGender(word, 'en') !== 'unknown';
