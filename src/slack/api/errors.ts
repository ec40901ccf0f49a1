// Every way Slack can fail us, sorted into what it means for what we asked for.
import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { type Meaning, meaningOf } from './error-codes.ts';

/**
 * The methods whose failures we sort. All but the first may be asked twice: the second time changes
 * nothing.
 */
export type WriteMethod =
  | 'chat.postMessage'
  | 'conversations.open'
  | 'views.publish'
  | 'chat.update';

/**
 * What a failure means. `error`: Slack's code, or the name of what went wrong on the way; never
 * more of what Slack answered.
 */
export type SlackFailure =
  /** Not done; to be tried again after so long. */
  | {
      readonly kind: 'later';
      readonly afterMs: number;
      readonly because: 'rate_limited' | 'slack_unavailable';
      readonly error: string;
    }
  /** Not done, and never will be. */
  | {
      readonly kind: 'give up';
      readonly because: 'no_account' | 'refused_by_slack' | 'our_mistake';
      readonly error: string;
    }
  /** Not done, and nothing will be until somebody mends the app, its token or the way to Slack. */
  | { readonly kind: 'app'; readonly error: string }
  /** Perhaps done. Only for chat.postMessage, where asking again could be a second message. */
  | { readonly kind: 'unclear'; readonly error: string };

const A_MINUTE = 60_000;
const A_MOMENT = 30_000;

/**
 * Sorts what a call threw; throws it again where it is no failure of Slack or of the way there, and
 * so a bug.
 */
export const classifyError = (
  method: WriteMethod | 'conversations.history' | 'apps.connections.open' | 'auth.test',
  thrown: unknown,
): SlackFailure => {
  const sorted = classify(thrown);
  if (!sorted) throw thrown;
  return sorted.kind === 'unclear' && method !== 'chat.postMessage'
    ? unavailable(sorted.error)
    : sorted;
};

const classify = (thrown: unknown): SlackFailure | undefined => {
  if (thrown instanceof WebAPIRateLimitedError) return limited('ratelimited', thrown.retryAfter);
  if (thrown instanceof WebAPIPlatformError) return classifyAnswer(thrown);
  if (thrown instanceof WebAPIHTTPError) return classifyStatus(thrown.statusCode);
  if (thrown instanceof WebAPIRequestError) return classifyRequest(rootOf(thrown));
  if (isLimitWithoutTime(thrown)) return limited('ratelimited');
  return isCutAnswer(thrown) ? { kind: 'unclear', error: nameOf(rootOf(thrown)) } : undefined;
};

/**
 * The SDK passes off whatever it cannot read, such as the page of a proxy, as an error code; that
 * says nothing of what was done.
 */
const classifyAnswer = ({
  data: { error, response_metadata },
}: WebAPIPlatformError): SlackFailure => {
  if (typeof error !== 'string' || !/^[a-z][a-z0-9_]{1,79}$/i.test(error))
    return { kind: 'unclear', error: 'no answer of Slack' };
  return classifyCode(error, meaningOf(error) ?? guess(error), response_metadata?.retryAfter);
};

const classifyCode = (
  error: string,
  meaning: Meaning,
  retryAfter: number | undefined,
): SlackFailure => {
  switch (meaning) {
    case 'limited':
      return limited(error, retryAfter);
    case 'busy':
      return unavailable(error, A_MINUTE);
    case 'noAccount':
      return { kind: 'give up', because: 'no_account', error };
    case 'refused':
      return { kind: 'give up', because: 'refused_by_slack', error };
    case 'ours':
      return { kind: 'give up', because: 'our_mistake', error };
    default:
      return { kind: meaning, error };
  }
};

/**
 * A code without a row. By answering at all Slack has decided against what was asked, so it was not
 * done and asking again would not change its mind: given up, with the code for whoever runs the
 * bot. Unless the code tells of a fault: a fault decides nothing.
 */
const guess = (code: string): Meaning =>
  /_error$|_timeout$|_unavailable$|internal/.test(code) ? 'unclear' : 'refused';

/**
 * Slack itself answers with 200 or 429. A 4xx is from something on the way, a proxy perhaps, that
 * let nothing through.
 */
const classifyStatus = (status: number): SlackFailure =>
  status >= 400 && status < 500 && status !== 408
    ? { kind: 'app', error: `http_${status}` }
    : { kind: 'unclear', error: `http_${status}` };

const classifyRequest = (root: unknown): SlackFailure =>
  neverLeft(root) ? unavailable(nameOf(root)) : { kind: 'unclear', error: nameOf(root) };

/**
 * Where no address was found or no connection made, no request can have left. Anything later is too
 * late to be sure.
 */
const neverLeft = (root: unknown): boolean => {
  if (root instanceof AggregateError) return root.errors.length > 0 && root.errors.every(neverLeft);
  const { code, syscall } = root as NodeJS.ErrnoException;
  return syscall === 'getaddrinfo' || syscall === 'connect' || code === 'UND_ERR_CONNECT_TIMEOUT';
};

/** The SDK has no error of its own for a 429 that does not say when to come back. */
const isLimitWithoutTime = (thrown: unknown) =>
  thrown instanceof Error &&
  thrown.message.startsWith('Retry header did not contain a valid timeout');

/**
 * Where the answer had begun when the connection or our patience ended, the SDK throws what `fetch`
 * threw as it is.
 */
const isCutAnswer = (thrown: unknown) =>
  (thrown instanceof DOMException && thrown.name === 'TimeoutError') ||
  (thrown instanceof TypeError && thrown.cause instanceof Error);

const limited = (error: string, retryAfter?: number): SlackFailure => ({
  kind: 'later',
  afterMs: retryAfter === undefined ? A_MINUTE : Math.max(1, retryAfter) * 1000,
  because: 'rate_limited',
  error,
});

const unavailable = (error: string, afterMs = A_MOMENT): SlackFailure => ({
  kind: 'later',
  afterMs,
  because: 'slack_unavailable',
  error,
});

const rootOf = (thrown: unknown): unknown =>
  thrown instanceof Error && thrown.cause ? rootOf(thrown.cause) : thrown;

/**
 * A plain Error here is one of `fetch`, whose few words say more than its name: “unexpected
 * redirect”, “bad port”.
 */
const nameOf = (root: unknown): string => {
  if (!(root instanceof Error)) return 'unknown';
  const { code } = root as NodeJS.ErrnoException;
  if (typeof code === 'string') return code;
  return root.name === 'Error' ? root.message : root.name;
};
