// Where the messages of a round or a reminder stand, honestly: sent, waiting with the reason, not
// delivered with the reason.

import { joinList } from '../../domain/text/words.ts';
import { formatMoment } from '../../domain/time/calendar.ts';
import type { DeliveryCount } from '../../store/sending/undelivered.ts';
import type { RoundWithTurnout } from '../../store/surveys/rounds.ts';

type RoundDelivery = RoundWithTurnout['deliveries'][number];

/**
 * “38 sent, 12 of them asked once more, 1 held until Tuesday at 12:45 (weekly limit) and 1 not
 * delivered (account deactivated).”
 */
export const describeDeliveries = (deliveries: readonly RoundDelivery[], now: Date): string => {
  const ofKind = (kind: RoundDelivery['kind'], isLater = false) =>
    deliveries.filter(
      (each) => each.kind === kind && (kind !== 'chase' || each.turn > 1 === isLater),
    );
  const [chases, last, again] = [ofKind('chase'), ofKind('chase', true), ofKind('again')];
  const invitations = deliveries.filter(({ kind }) => kind !== 'chase' && kind !== 'again');
  const parts = [
    formatNumber(invitations, ['sent'], 'sent'),
    formatNumber(chases, ['sent'], 'of them asked once more'),
    formatNumber(last, ['sent'], 'a second time'),
    describeWaiting(invitations, 'to go out', now),
    describeWaiting(chases, 'to be asked once more', now),
    describeWaiting(last, 'to be asked a second time', now),
    describeWaiting(again, 'to be reminded again at their wish', now),
    describeHeld(deliveries, now),
    formatNumber(deliveries, ['sending'], 'under way'),
    formatNumber(deliveries, ['uncertain'], 'that may have arrived'),
    describeUndelivered(invitations),
  ].filter(Boolean);
  return parts.length > 0 ? `${joinList(parts)}.` : '';
};

/**
 * “4 held back (weekly limit), 1 that may have arrived and 1 not delivered (no active Slack
 * account).”
 */
export const describeStanding = (standing: readonly DeliveryCount[]): string => {
  const parts = [
    describePart(
      standing.filter(({ state }) => state === 'held'),
      'held back',
    ),
    describePart(
      standing.filter(({ state }) => state === 'uncertain'),
      'that may have arrived',
    ),
    describePart(standing.filter(isUndelivered), 'not delivered'),
  ].filter(Boolean);
  return parts.length > 0 ? `${joinList(parts)}.` : '';
};

const describePart = (standing: readonly DeliveryCount[], what: string) => {
  const number = standing.reduce((sum, each) => sum + each.number, 0);
  return number > 0 ? `${number} ${what}${reasonsOf(standing)}` : '';
};

const formatNumber = (
  deliveries: readonly RoundDelivery[],
  states: readonly RoundDelivery['state'][],
  what: string,
) => {
  const number = deliveries.filter(({ state }) => states.includes(state)).length;
  return number > 0 ? `${number} ${what}` : '';
};

const describeWaiting = (deliveries: readonly RoundDelivery[], what: string, now: Date) => {
  const due = firstOf(deliveries, 'due');
  return due ? `${due.number} ${what} from ${formatMoment(due.first, now)}` : '';
};

/** Those that had to wait, with the reason. */
const describeHeld = (deliveries: readonly RoundDelivery[], now: Date) => {
  const held = firstOf(deliveries, 'held');
  const why = reasonsOf(deliveries.filter(({ state }) => state === 'held'));
  return held
    ? `${held.number} held until ` +
        `${formatMoment(held.first, now)}${held.isAll ? '' : ' or later'}${why}`
    : '';
};

const firstOf = (deliveries: readonly RoundDelivery[], state: RoundDelivery['state']) => {
  const moments = deliveries
    .filter((each) => each.state === state)
    .map(({ dueAt }) => dueAt.getTime());
  const first = Math.min(...moments);
  return moments.length > 0
    ? {
        number: moments.length,
        first: new Date(first),
        isAll: moments.every((moment) => moment === first),
      }
    : undefined;
};

/** “1 not delivered (no active Slack account)”. */
const describeUndelivered = (deliveries: readonly RoundDelivery[]) => {
  const failed = deliveries.filter(isUndelivered);
  return failed.length > 0 ? `${failed.length} not delivered${reasonsOf(failed)}` : '';
};

/**
 * Given up, or stopped before it went out; what stopped because it was no longer needed is nothing
 * to tell.
 */
const isUndelivered = ({ state, reason }: Pick<RoundDelivery, 'state' | 'reason'>) =>
  state === 'failed' || (state === 'cancelled' && reason !== null && !NOT_NEEDED.includes(reason));

const NOT_NEEDED: readonly string[] = ['replied', 'spoken_for', 'request_closed', 'lighter_touch'];

const reasonsOf = (deliveries: readonly Pick<RoundDelivery, 'reason'>[]) => {
  const reasons = [
    ...new Set(
      deliveries.flatMap(({ reason }) =>
        reason ? [REASONS[reason] ?? reason.replaceAll('_', ' ')] : [],
      ),
    ),
  ];
  return reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
};

/** Said kindly; the other reasons speak for themselves. */
const REASONS: Readonly<Record<string, string>> = {
  quiet: 'quiet time',
  away: 'away, or not one of their days',
  outside_window: 'no sending time before it closed',
  round_closed: 'closed before they had room',
  person_left: 'left the list',
  gave_way: 'gave way to something with an earlier date',
  cancelled_by_hand: 'stopped by the person who runs the bot',
  no_account: 'no active Slack account',
  refused_by_slack: 'Slack does not let us write to them',
  our_mistake: 'a fault of the bot, to be looked into',
  rate_limited: 'Slack asked us to slow down',
  app_refused: 'Slack does not let the app speak',
};
