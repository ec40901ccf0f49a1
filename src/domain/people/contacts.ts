// A practice's signs of life: what it said here, its roles, and the meetings, visits and calls that
// a lead noted. Never by person.
import { addDays, formatDay, londonDay } from '../time/calendar.ts';

export const contactKinds = {
  meeting: 'a meeting with',
  visit: 'a visit to',
  call: 'a call with',
} as const;

export type ContactKind = keyof typeof contactKinds;

/** In place of the kind in a line of history, where the note was a slip. */
export const TAKEN_BACK = 'taken_back';

/** What a line of history says of a note: “noted a visit to”. */
export const describeNote = (about: string | null): string =>
  about === TAKEN_BACK
    ? 'took back a note about'
    : `noted ${contactKinds[about as ContactKind] ?? 'a contact with'}`;

/** The latest of each kind of sign, and since when anyone of the practice has been on the list. */
export type Signs = {
  readonly knownSince: Date | null;
  /** An answer, a “not now” or a “done”: each is a reply. */
  readonly replyAt: Date | null;
  /** A role taken, kept or handed on. */
  readonly roleAt: Date | null;
  readonly contact: { readonly kind: ContactKind; readonly at: Date } | null;
};

/**
 * After so many days without a sign a practice is quiet in chat, which is no judgement of its work.
 */
export const DAYS_UNTIL_QUIET = 90;

/**
 * How a practice shows, for an engagement lead. Where nobody has been on its list for long enough,
 * nothing is known.
 */
export type Presence =
  | { readonly kind: 'not known' }
  | { readonly kind: 'heard' | 'quiet'; readonly sign: string | null; readonly at: Date };

export const presenceOf = (signs: Signs, now: Date): Presence => {
  const [latest] = signsOf(signs).sort((a, b) => b.at.getTime() - a.at.getTime());
  if (!latest) return { kind: 'not known' };
  const isQuiet = addDays(latest.at, DAYS_UNTIL_QUIET) <= now;
  if (!latest.sign && !isQuiet) return { kind: 'not known' };
  return { kind: isQuiet ? 'quiet' : 'heard', ...latest };
};

/** The day from which a practice could have given a sign counts like one. */
const signsOf = ({
  knownSince,
  replyAt,
  roleAt,
  contact,
}: Signs): { sign: string | null; at: Date }[] => [
  ...(knownSince ? [{ sign: null, at: knownSince }] : []),
  ...(replyAt ? [{ sign: 'a reply', at: replyAt }] : []),
  ...(roleAt ? [{ sign: 'a role taken, kept or given back', at: roleAt }] : []),
  ...(contact ? [{ sign: `a ${contact.kind}`, at: contact.at }] : []),
];

/** “Last: a visit, Tuesday 3 November”, “Quiet in chat since Monday 3 August, after a reply”. */
export const describePresence = (presence: Presence, now: Date): string => {
  if (presence.kind === 'not known') return 'Nothing known yet';
  const { kind, sign, at } = presence;
  if (kind === 'quiet')
    return `Quiet in chat since ${formatDay(at, now)}${sign ? `, after ${sign}` : ''}`;
  return `Last: ${sign}, ${londonDay(at) === londonDay(now) ? 'today' : formatDay(at, now)}`;
};
