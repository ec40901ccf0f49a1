// Requests: questions about roles, put to one colleague or several. An open one can be answered
// once; nobody has to. An introduction asks nothing: it tells the author of a win who would like to
// hear more.

import { type Refusal, refuse } from '../refusal.ts';
import { FIRST_UNCOUNTED_SLOT, type Reservation } from '../sending/capacity.ts';
import type { NoRoom, Plan } from '../sending/planning.ts';
import { addDays, weekOf } from '../time/calendar.ts';
import {
  type Availability,
  canWriteAsColleague,
  type SendingTimes,
} from '../time/sending-window.ts';

export type RequestKind =
  | 'handover'
  | 'takeover'
  | 'cover'
  | 'confirm'
  | 'term'
  | 'vacancy'
  | 'interests'
  | 'introduction';
export type RequestState = 'open' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn';

export type Request = {
  readonly id: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly from: {
    readonly id: string;
    readonly name: string;
    readonly slackId: string | null;
  } | null;
  readonly toId: string | null;
  readonly holdingId: string | null;
  readonly roleKey: string | null;
  readonly practiceCode: string | null;
  readonly locality: string | null;
  readonly until: Date | null;
  readonly lapsesAt: Date;
};

/** A request with the names it needs to be read. */
export type RequestView = Request & {
  /** The seat it is about: “Practice lead for Riverside Surgery”; empty where it is about none. */
  readonly title: string;
  readonly to: {
    readonly id: string;
    readonly name: string;
    readonly slackId: string | null;
  } | null;
  readonly termEndsAt: Date | null;
  /** Who would like to hear more of what the one it is put to has shared. */
  readonly introduced: readonly Introduced[];
};

export type Introduced = {
  readonly name: string;
  readonly slackId: string | null;
  /** Where they work. */
  readonly practice: string | null;
  /** What they would like to hear more of; empty once it is taken back. */
  readonly what: string;
};

/**
 * Colleagues ask colleagues at once, in working hours; what the bot itself asks waits for its slot
 * in the week.
 */
export const goesAtOnce = (kind: RequestKind): boolean =>
  ['handover', 'takeover', 'cover', 'confirm'].includes(kind);

/** Reading it and tapping, in seconds. */
export const REQUEST_SECONDS = 10;
/** Reading what became of one's own request. */
export const NEWS_SECONDS = 5;

/** Whether a copy of a request goes to the one who asked: then it says what became of it. */
export const isNews = (personId: string, { from, kind }: Pick<Request, 'from' | 'kind'>): boolean =>
  goesAtOnce(kind) && from?.id === personId;

/** What colleagues may decline; the bot's own questions simply wait. */
export const isDeclinable = (kind: RequestKind): boolean =>
  ['handover', 'takeover', 'cover'].includes(kind);

/**
 * Whether the one who asked hears what became of it: always of a colleague's answer, and that they
 * are confirmed.
 */
export const isWorthTelling = (kind: RequestKind, state: RequestState): boolean =>
  isDeclinable(kind) || (kind === 'confirm' && state === 'accepted');

const DAYS_TO_LAPSE = 14;

/** When a request that nobody answers ends by itself. */
export const lapseOf = (now: Date): Date => addDays(now, DAYS_TO_LAPSE);

/** Why a request cannot be answered any more. */
export const refuseStale = ({ state, lapsesAt, from }: Request, now: Date): Refusal | undefined => {
  if (state === 'withdrawn')
    return refuse(
      'request_withdrawn',
      'This is no longer needed, so nothing was changed. Thank you all the same.',
    );
  if (state === 'accepted' || state === 'declined')
    return refuse('request_answered', 'This has been answered already, so nothing was changed.');
  return state === 'lapsed' || lapsesAt <= now
    ? refuse(
        'request_lapsed',
        'This has lapsed, so nothing was ' +
          `changed.${from ? ` Have a word with ${from.name} if you still would like to.` : ''}`,
      )
    : undefined;
};

/** A slot in the week of a moment for what no limit holds. Its seconds count all the same. */
export const uncountedSlot = (reservations: readonly Reservation[], dueAt: Date): number => {
  const taken = reservations
    .filter((other) => weekOf(other.dueAt) === weekOf(dueAt))
    .map(({ slot }) => slot);
  return Math.max(FIRST_UNCOUNTED_SLOT - 1, ...taken) + 1;
};

/** Plans a request for each person it is put to, or the news of it, no later than `before`. */
export const planAtOnce =
  (times: SendingTimes, now: Date, before: Date = lastNews(now)) =>
  (person: Availability, reservations: readonly Reservation[]): Plan | NoRoom =>
    planRequest({ person, reservations, before }, times, now);

/** News that cannot be told within a month is none. */
export const lastNews = (now: Date): Date => addDays(now, 28);

type RequestFacts = {
  readonly person: Availability;
  readonly reservations: readonly Reservation[];
  readonly before: Date;
};

/**
 * When a request goes to somebody: at once in working hours, or when they are there again. Its
 * seconds count; no limit holds it.
 */
export const planRequest = (
  { person, reservations, before }: RequestFacts,
  times: SendingTimes,
  now: Date,
): Plan | NoRoom => {
  const { at: dueAt, because: reason } = canWriteAsColleague(person, times, now);
  const slot = uncountedSlot(reservations, dueAt);
  return dueAt < before
    ? { dueAt, week: weekOf(dueAt), slot, reason }
    : { noRoom: reason ?? 'outside_window' };
};
