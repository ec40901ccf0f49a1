// Wins: something that worked, told by those who did it, and how far it has spread. Praise they
// agreed to; never ranked.

import type { Member } from '../people/people.ts';
import type { Practice } from '../people/practices.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { uncountedSlot } from '../roles/requests.ts';
import type { Role } from '../roles/roles.ts';
import type { Reservation } from '../sending/capacity.ts';
import type { Plan } from '../sending/planning.ts';
import { pluralise } from '../text/words.ts';
import { addDays, addMonths, londonDay, startOfDay, weekOf } from '../time/calendar.ts';
import { type Availability, canPrompt, type SendingTimes } from '../time/sending-window.ts';

/** What somebody makes of a colleague's win. */
export type WinTapKind = 'interested' | 'does_too';

/** As its author put it. */
export type WinDraft = {
  readonly what: string;
  readonly result: string;
  /** One of the author's practices; none for the whole organisation. */
  readonly practiceCode: string | null;
  /** The role of the clinical area it belongs to. */
  readonly areaKey: string | null;
};

/**
 * How far it has spread: people who would like to hear more, and other practices that do it too.
 */
export type Spread = { readonly interested: number; readonly practices: number };

/** As everyone may see it. */
export type WinFacts = Spread & {
  readonly what: string;
  readonly result: string;
  /** The name of the practice; none for the whole organisation. */
  readonly practice: string | null;
  /** Such as “Diabetes”. */
  readonly area: string | null;
  /** None once they have left. */
  readonly author: string | null;
  readonly sharedAt: Date;
};

/** What its author may type at most. */
export const winLimits = { what: 150, result: 300 } as const;

/** Fewer characters than this say nothing yet. */
const MIN_PEOPLE = 5;

type Choices = { readonly practices: readonly Practice[]; readonly areas: readonly Role[] };

/**
 * What stands in the way of sharing it, by the field it was given in; nothing where nothing does.
 */
export const refuseWin = (
  draft: WinDraft,
  choices: Choices,
): Readonly<Record<string, string>> | undefined => {
  const { what, result, practiceCode, areaKey } = draft;
  const refused = {
    ...(what.length < MIN_PEOPLE ? { what: 'Say in a few words what you did.' } : {}),
    ...(result.length < MIN_PEOPLE ? { result: 'Say in a few words what came of it.' } : {}),
    ...(practiceCode === null || choices.practices.some(({ code }) => code === practiceCode)
      ? {}
      : { place: 'You can share for a practice where you work, or for all of us.' }),
    ...(areaKey === null || choices.areas.some(({ key }) => key === areaKey)
      ? {}
      : { area: 'This area is no longer in the list. Please choose another.' }),
  };
  return Object.keys(refused).length > 0 ? refused : undefined;
};

/**
 * The practices somebody may speak for: those that are open, where it is confirmed that they work.
 */
export const ownPractices = ({ memberships }: Member, practices: readonly Practice[]): Practice[] =>
  practices.filter(({ code }) =>
    memberships.some(({ practiceCode, confirmed }) => confirmed && practiceCode === code),
  );

export const areasOf = (roles: readonly Role[]): Role[] =>
  roles.filter(({ level }) => level === 'area_lead');

/** “Diabetes lead” is about “Diabetes”. */
export const areaName = ({ title }: Pick<Role, 'title'>): string => title.replace(/ lead$/i, '');

/** “3 people are interested; 2 practices do this too”; empty while there is nothing to say. */
export const describeSpread = ({ interested, practices }: Spread): string =>
  [
    ...(interested > 0
      ? [pluralise(interested, 'person is interested', 'people are interested')]
      : []),
    ...(practices > 0
      ? [pluralise(practices, 'practice does this too', 'practices do this too')]
      : []),
  ].join('; ');

/**
 * Authors hear at most once a day who would like to hear more, in the sending window: whoever taps
 * before then is in the same message. It comes of their own sharing, so no weekly limit holds it;
 * their own days and quiet time do.
 */
export const planIntroduction =
  (times: SendingTimes, now: Date) =>
  (person: Availability, reservations: readonly Reservation[]): Plan => {
    const first = canPrompt(person, times, now);
    const { at: dueAt, because: reason } = first.now
      ? canPrompt(person, times, startOfDay(londonDay(addDays(now, 1))))
      : first;
    return { dueAt, week: weekOf(dueAt), slot: uncountedSlot(reservations, dueAt), reason };
  };

/** Nobody is quiet or away for longer. */
export const lastIntroduction = (now: Date): Date => addMonths(now, 12);

type Tapping = {
  readonly win: WinFacts & { readonly authorId: string; readonly practiceCode: string | null };
  readonly person: Member;
  readonly practices: readonly Practice[];
};

/** Whether somebody may tap a win, and for which practice: their own words need no echo. */
export const decideTap = (
  kind: WinTapKind,
  { win, person, practices }: Tapping,
): { practiceCode: string | null } | Refusal => {
  if (win.authorId === person.id)
    return refuse(
      'own_win',
      'You shared this yourself, so there is nothing to tap. It spreads without you now.',
    );
  const own = ownPractices(person, practices);
  const [first] = own;
  if (kind === 'interested') return { practiceCode: first?.code ?? null };
  if (!first) return refuse('no_practice', 'That is for people who work at a practice.');
  const other = own.find(({ code }) => code !== win.practiceCode);
  return other
    ? { practiceCode: other.code }
    : refuse('own_practice', `This was shared for ${first.name}, so it counts already.`);
};

/** What became of a tap. */
export type Tapped = 'noted' | 'taken back' | 'taken back, but told';

/** What somebody is told once they have tapped. */
export const describeTapped = (
  kind: WinTapKind,
  became: Tapped,
  { author }: Pick<WinFacts, 'author'>,
): string => {
  if (became === 'taken back') return 'Taken back. Tap once more if you think again.';
  if (became === 'taken back, but told')
    return `Taken back. ${author ?? 'Its author'} has been told your name already.`;
  if (kind === 'does_too') return 'Thank you. Your practice is counted, and not named.';
  return author
    ? `Thank you. ${author} will be told your name and practice, so that you can talk. Tap ` +
        'again to take it back.'
    : 'Thank you. You are counted; its author is no longer here to be told.';
};
