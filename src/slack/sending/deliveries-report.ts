// The state of the messages of a round or a reminder: sent, waiting and why, not delivered and why.
import { joinList } from '../../domain/text/words.ts';
import { formatMoment } from '../../domain/time/calendar.ts';
import type { DeliveryCount } from '../../store/sending/undelivered.ts';
import type { RoundWithTurnout } from '../../store/surveys/rounds.ts';

type DeliveryInRound = RoundWithTurnout['deliveries'][number];

/**
 * The deliveries of a round or a reminder in a sentence:
 * “38 sent, 12 of them asked once more, 1 held until Tuesday at 12:45 (weekly limit) and 1 not
 * delivered (account deactivated).”
 */
export const describeDeliveries = (deliveries: readonly DeliveryInRound[], now: Date): string => {
  const ofKind = (kind: DeliveryInRound['kind'], isLater = false) =>
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
 * What has not reached people, in all:
 * “4 held back (weekly limit), 1 that may have arrived and 1 not delivered (no active Slack
 * account).”
 */
export const describeProblems = (counts: readonly DeliveryCount[]): string => {
  const parts = [
    describePart(
      counts.filter(({ state }) => state === 'held'),
      'held back',
    ),
    describePart(
      counts.filter(({ state }) => state === 'uncertain'),
      'that may have arrived',
    ),
    describePart(counts.filter(isUndelivered), 'not delivered'),
  ].filter(Boolean);
  return parts.length > 0 ? `${joinList(parts)}.` : '';
};

const describePart = (counts: readonly DeliveryCount[], what: string) => {
  const number = counts.reduce((sum, each) => sum + each.number, 0);
  return number > 0 ? `${number} ${what}${reasonsOf(counts)}` : '';
};

const formatNumber = (
  deliveries: readonly DeliveryInRound[],
  states: readonly DeliveryInRound['state'][],
  what: string,
) => {
  const number = deliveries.filter(({ state }) => states.includes(state)).length;
  return number > 0 ? `${number} ${what}` : '';
};

const describeWaiting = (deliveries: readonly DeliveryInRound[], what: string, now: Date) => {
  const due = firstOf(deliveries, 'due');
  return due ? `${due.number} ${what} from ${formatMoment(due.first, now)}` : '';
};

/** Deliveries that were due and have to wait, with the reason. */
const describeHeld = (deliveries: readonly DeliveryInRound[], now: Date) => {
  const held = firstOf(deliveries, 'held');
  const why = reasonsOf(deliveries.filter(({ state }) => state === 'held'));
  return held
    ? `${held.number} held until ` +
        `${formatMoment(held.first, now)}${held.isAll ? '' : ' or later'}${why}`
    : '';
};

const firstOf = (deliveries: readonly DeliveryInRound[], state: DeliveryInRound['state']) => {
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
const describeUndelivered = (deliveries: readonly DeliveryInRound[]) => {
  const failed = deliveries.filter(isUndelivered);
  return failed.length > 0 ? `${failed.length} not delivered${reasonsOf(failed)}` : '';
};

/** Given up, or cancelled before it was sent, unless it was no longer needed. */
const isUndelivered = ({ state, reason }: Pick<DeliveryInRound, 'state' | 'reason'>) =>
  state === 'failed' || (state === 'cancelled' && reason !== null && !NOT_NEEDED.includes(reason));

const NOT_NEEDED: readonly string[] = ['replied', 'spoken_for', 'request_closed', 'lighter_touch'];

const reasonsOf = (deliveries: readonly Pick<DeliveryInRound, 'reason'>[]) => {
  const reasons = [
    ...new Set(
      deliveries.flatMap(({ reason }) =>
        reason ? [REASONS[reason] ?? reason.replaceAll('_', ' ')] : [],
      ),
    ),
  ];
  return reasons.length > 0 ? ` (${reasons.join(', ')})` : '';
};

/** In plain words; a reason that is not listed is shown as it is. */
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
