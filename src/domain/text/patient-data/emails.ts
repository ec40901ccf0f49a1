// E-mail addresses, also as people write them around a filter. Shared mailboxes pass.
import { isFirstName } from './first-names.ts';

const PROVIDERS = '(?:gmail|hotmail|outlook|yahoo|icloud|live|aol|btinternet)';

/** A name after @ alone is a colleague's in Slack. */
const ADDRESSES = [
  /(?<![\w.+'-])([\w.+'-]{1,100})(?:@ ?| @ )((?:[\p{L}\d-]{1,63}[.,]){1,5}\p{L}{2,24})(?!\w)/giu,
  new RegExp(String.raw`(?<![\w.+'-])([\w.+'-]{1,100}) ?@ ?((?:${PROVIDERS}|nhs)\b)`, 'gi'),
  /(?<![\w.+'-])([\w.+'-]{1,100}) @((?:[\w-]{1,63}\.){1,5}(?:com|net|org|uk))\b/gi,
];
/** “Gary Wells at gmail.com”. */
const AT_A_PROVIDER = new RegExp(
  String.raw`[\w.'-] at (?:gmail|hotmail|outlook|yahoo|icloud|live|aol|btinternet|sky` +
    String.raw`|talktalk)\b[ .]{0,2}(?:com|net|co)\b`,
  'i',
);
/** “jane.smith at gmail”, “jane smith 1942 at gmail”. */
const NAME_AT_A_PROVIDER =
  /(?:[._]\w{1,30}|\d) at (?:gmail|hotmail|outlook|yahoo|icloud|aol|btinternet)\b/i;
const WITH_A_NAME_BEFORE = /[a-z][._][a-z]{1,30} at [\w-]{1,63}\.[\w.]{0,40}[a-z]{2}/i;

/** What teams call their mailboxes; “england.contactus”, “admin.y99001”. */
const SHARED = new RegExp(
  '(?:^|[._+-])(?:info|information|admin|enquir(?:y|ies)|inquir(?:y|ies)' +
    '|reception|contact(?:us)?|hello|office|mail|mailbox|team|teams?|referrals?' +
    '|results?|pals|complaints?|help(?:desk)?|support|service(?:desk|s)?|secretar' +
    '(?:y|ies)|no-?reply|hr|dpo|comms|communications?|news(?:letter)?' +
    String.raw`|safeguarding|manager|prescri\w+|pharmacy|medicines?|lab|pathology|advice` +
    '|guidance|appointments?|bookings?|training|events?|finance|accounts?' +
    '|invoices?|clinic|hub|staff|helpline|nurses|[a-z]*management|2ww|dn|appts' +
    '|duty|rota|england|primarycare|contracts?|governance|ig|it|webmaster' +
    String.raw`|feedback|survey|practice|surgery|lmc|ppg|cardiology|dermatology|[a-z]\d{5})` +
    String.raw`(?:$|[._+-]|\d)`,
  'i',
);

/** Whether an e-mail address of somebody, not of a team, is among the words. */
export const hasEmailAddress = (text: string): boolean => {
  const plain = asTyped(text);
  return (
    ADDRESSES.some((pattern) =>
      [...plain.matchAll(pattern)].some(([, who = '', host = '']) => !isShared(who, host)),
    ) ||
    AT_A_PROVIDER.test(plain) ||
    NAME_AT_A_PROVIDER.test(plain) ||
    WITH_A_NAME_BEFORE.test(plain)
  );
};

/** Of an organisation's addresses only those with a person's name are a person's. */
const isShared = (who: string, host: string) =>
  SHARED.test(who) ? !hasFirstName(who) : isOrganisation(host) && isOfSeveralWords(who);

const OF_AN_ORGANISATION = /(?:^|\.)(?:nhs\.(?:uk|net)|gov\.uk|nhs)$/i;
const isOrganisation = (host: string) => OF_AN_ORGANISATION.test(host);
const isOfSeveralWords = (who: string) =>
  /^\d/.test(who) || (/[._-]/.test(who) && !hasFirstName(who) && !/^[a-z][._-]/i.test(who));
const hasFirstName = (who: string) =>
  who.split(/[._+-]/).some((part) => isFirstName(part.toLowerCase()));

/** “jo(at)example.com”, “jo underscore b at example dot com”, “jo at sign example dot com”. */
const asTyped = (text: string) =>
  text
    .replace(/ ?[([{<] ?(?:at|@) ?[)\]}>] ?| at sign | AT (?=[a-z])|-at-|@@/g, '@')
    .replace(/ ?[([{<] ?(?:dot|\.) ?[)\]}>] ?| dot |-dot-/gi, '.')
    .replace(/(?<=\w) (?:underscore) (?=\w)/gi, '_')
    .replace(/(?<=\w) (?:hyphen|dash) (?=\w{1,30}(?: at |@))/gi, '-')
    .replace(/(\w) at ((?:[\w-]{1,63}\.){1,5}[a-z]{2,24})\b/gi, (whole, last, host) =>
      // “dot” was written out, or the sign was
      isWrittenOut(text, host) ? `${last}@${host}` : whole,
    );

const isWrittenOut = (text: string, host: string) => !text.includes(host);
