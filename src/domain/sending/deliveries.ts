// What became of an attempt to send a message, and what a delivery knows of itself.

import { isNews, type Request } from '../roles/requests.ts';
import { isClosed } from '../surveys/surveys.ts';
import type { Availability } from '../time/sending-window.ts';
import type { Prompt } from './prompt.ts';

export type DeliveryKind = 'invite' | 'chase' | 'reminder' | 'again' | 'request' | 'question';

/** Why a message that was planned is better not sent. */
export type SkipReason =
  | 'person_left'
  | 'round_closed'
  | 'request_closed'
  | 'replied'
  | 'spoken_for';

/**
 * Every way an attempt can end. Only `uncertain` needs asking Slack before anything is sent again.
 */
export type SendResult =
  | { readonly kind: 'sent'; readonly channel: string; readonly ts: string }
  | {
      readonly kind: 'not sent, try later';
      readonly afterMs: number;
      /**
       * `app_refused`: Slack does not let the app speak at all, so it is nobody's fault and nothing
       * is given up.
       */
      readonly because: 'rate_limited' | 'slack_unavailable' | 'app_refused';
      readonly error: string;
    }
  | {
      readonly kind: 'not sent, give up';
      readonly because: 'no_account' | 'refused_by_slack' | 'our_mistake';
      readonly error: string;
    }
  | { readonly kind: 'not wanted'; readonly because: SkipReason }
  | { readonly kind: 'uncertain'; readonly error: string };

/** What looking for a message came to. */
export type VerifyResult =
  | Extract<SendResult, { kind: 'sent' }>
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'look later';
      readonly afterMs: number;
      readonly because: 'rate_limited' | 'slack_unavailable' | 'app_refused';
      readonly error: string;
    }
  | { readonly kind: 'may not look'; readonly error: string };

/** What updating a message came to. */
export type UpdateResult =
  /** As it should be, or never to be: Slack does not let us change it any more. */
  | { readonly kind: 'updated' }
  | {
      readonly kind: 'not yet';
      readonly afterMs: number;
      readonly because: string;
      readonly error: string;
    };

/** What posting in a channel came to. */
export type PostResult =
  | { readonly kind: 'posted' }
  /**
   * Not yet: it is to be tried again. Not posted: it was refused, or perhaps it is there and nobody
   * can tell.
   */
  | { readonly kind: 'not yet' | 'not posted'; readonly error: string };

/** A delivery that one process has to itself for the time of its lease. */
export type Delivery = {
  readonly ccgCode: string;
  /** Opaque, and all that the message carries of us in its metadata. */
  readonly id: string;
  readonly promptId: string;
  readonly kind: DeliveryKind;
  /** The first, second or later of its kind for the same prompt. */
  readonly turn: number;
  readonly dueAt: Date;
  /** The Monday of the week whose allowance it uses. */
  readonly week: Date | null;
  /** When it has lost its point. */
  readonly before: Date;
  /** It tells them what became of what they asked themselves. */
  readonly isNews: boolean;
  readonly person: Availability & {
    readonly id: string;
    readonly slackId: string | null;
    readonly dmChannel: string | null;
  };
  /** Which attempt this is, so that one that lost its lease is told apart. */
  readonly attempts: number;
  /** In real time: whoever sends it must have begun by then. */
  readonly leasedUntil?: Date | null;
  /** How often Slack was asked whether it arrived. */
  readonly looks: number;
  readonly channel: string | null;
};

/**
 * The last look before a message leaves: what has become pointless since it was planned is not
 * sent.
 */
export const skipReason = (prompt: Prompt | undefined, now: Date): SkipReason | undefined => {
  if (!prompt) return 'person_left';
  if (prompt.kind === 'survey' && isClosed(prompt.round, now)) return 'round_closed';
  if (prompt.kind === 'request')
    return isWanted(prompt.personId, prompt.request) ? undefined : 'request_closed';
  if (prompt.outcome === 'spoken_for') return 'spoken_for';
  return prompt.outcome === 'waiting' ? undefined : 'replied';
};

/** An introduction is still to be made where the next one has begun. */
const isWanted = (personId: string, request: Request): boolean =>
  isNews(personId, request) ||
  request.state === 'open' ||
  (request.kind === 'introduction' && request.state === 'accepted');
