// Requests: questions about roles, put to one colleague or several. An open one can be answered once; nobody has to.
import { addDays, nextWorkingTime, weekOf } from './calendar.ts';
import type { Plan, Reservation } from './planning.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { Settings } from './settings.ts';

export type RequestKind = 'handover' | 'takeover' | 'cover' | 'confirm' | 'term' | 'vacancy' | 'interests';
export type RequestState = 'open' | 'accepted' | 'declined' | 'lapsed' | 'withdrawn';

export type Request = {
  readonly id: string;
  readonly kind: RequestKind;
  readonly state: RequestState;
  readonly from: { readonly id: string; readonly name: string; readonly slackId: string | null } | null;
  readonly toId: string | null;
  readonly holdingId: string | null;
  readonly roleKey: string | null;
  readonly practiceCode: string | null;
  readonly locality: string | null;
  readonly until: Date | null;
  readonly lapsesAt: Date;
};

/** Colleagues ask colleagues at once, in working hours; what the bot itself asks waits for its place in the week. */
export const goesAtOnce = (kind: RequestKind): boolean => ['handover', 'takeover', 'cover', 'confirm'].includes(kind);

/** Reading it and tapping, in seconds. */
export const REQUEST_SECONDS = 10;
/** Reading what became of one's own request. */
export const NEWS_SECONDS = 5;

/** Whether a copy of a request goes to the one who asked: then it says what became of it. */
export const isNews = (personId: string, { from, kind }: Pick<Request, 'from' | 'kind'>): boolean =>
  goesAtOnce(kind) && from?.id === personId;

/** What colleagues may decline; the bot's own questions simply wait. */
export const isDeclinable = (kind: RequestKind): boolean => ['handover', 'takeover', 'cover'].includes(kind);

/** Whether the one who asked hears what became of it: always of a colleague's answer, and that they are confirmed. */
export const isWorthTelling = (kind: RequestKind, state: RequestState): boolean =>
  isDeclinable(kind) || (kind === 'confirm' && state === 'accepted');

const DAYS_TO_LAPSE = 14;

/** When a request that nobody answers ends by itself. */
export const lapseOf = (now: Date): Date => addDays(now, DAYS_TO_LAPSE);

/** Why a request cannot be answered any more. */
export const refuseStale = ({ state, lapsesAt, from }: Request, now: Date): Refusal | undefined => {
  if (state === 'withdrawn') return refuse('This is no longer needed, so nothing was changed. Thank you all the same.');
  if (state === 'accepted' || state === 'declined') return refuse('This has been answered already, so nothing was changed.');
  return state === 'lapsed' || lapsesAt <= now
    ? refuse(
        `This has lapsed, so nothing was changed.${from ? ` Have a word with ${from.name} if you still would like to.` : ''}`,
      )
    : undefined;
};

/** The first of the places out of the way of those the weekly limit counts. */
const FIRST_PLACE = 100;

/** A place in the week of a moment for what no limit holds. Its seconds count all the same. */
export const placeAside = (reservations: readonly Reservation[], dueAt: Date): number => {
  const taken = reservations.filter((other) => weekOf(other.dueAt) === weekOf(dueAt)).map(({ place }) => place);
  return Math.max(FIRST_PLACE - 1, ...taken) + 1;
};

/** Plans a request for each person it is put to, or the news of it, no later than `before`. */
export const planAtOnce =
  (settings: Pick<Settings, 'extra_holidays'>, now: Date, before: Date = addDays(now, DAYS_FOR_NEWS)) =>
  ({ quietUntil }: { readonly quietUntil: Date | null }, reservations: readonly Reservation[]) =>
    planRequest({ quietUntil, reservations, before }, settings, now);

/** News that cannot be told within a month is none. */
const DAYS_FOR_NEWS = 28;

type RequestFacts = {
  readonly quietUntil: Date | null;
  readonly reservations: readonly Reservation[];
  readonly before: Date;
};

/** When a request goes to somebody: at once in working hours, after any quiet they asked for. Its seconds count; no limit holds it. */
export const planRequest = (
  { quietUntil, reservations, before }: RequestFacts,
  { extra_holidays }: Pick<Settings, 'extra_holidays'>,
  now: Date,
): Plan | { readonly noRoom: 'quiet' | 'outside_window' } => {
  const quiet = quietUntil && quietUntil > now ? quietUntil : null;
  const dueAt = nextWorkingTime(quiet ?? now, extra_holidays);
  const place = placeAside(reservations, dueAt);
  const reason = quiet ? ('quiet' as const) : null;
  return dueAt < before ? { dueAt, week: weekOf(dueAt), place, reason } : { noRoom: reason ?? 'outside_window' };
};
