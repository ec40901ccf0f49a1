// What goes wrong in a trial, and when: thrown from its seed before anything begins.
import { type Dice, throwDice } from '../proofs/year/ccg.ts';

export type Fault = {
  readonly method: string;
  readonly kind: string;
  readonly times: number;
  readonly error?: string;
  readonly delayMs?: number;
};

/** `at`: milliseconds after the sending began. */
export type Happening = { readonly at: number } & (
  | { readonly what: 'fault'; readonly fault: Fault }
  | { readonly what: 'kill'; readonly which: number; readonly awayMs: number }
  | { readonly what: 'tap'; readonly people: number }
  | { readonly what: 'clock'; readonly seconds: number }
  | { readonly what: 'refresh' }
  | { readonly what: 'database' }
);

export type Plan = {
  readonly asks: 'survey' | 'reminder';
  readonly happenings: readonly Happening[];
  /** For what is decided on the way, such as which button somebody taps. */
  readonly dice: Dice;
};

/** As long as sending takes where nothing is in its way; most things happen while it goes on. */
const SENDING_MS = 400;
const TURMOIL_MS = 1600;
/**
 * Slack does it late, but before the bot has looked twice (600 ms): later is a risk that the README
 * of the bot names.
 */
const MAX_DELAY_MS = 250;

const numbers = (from: number, to: number, step = 1) =>
  Array.from({ length: (to - from) / step + 1 }, (_, i) => from + i * step);

const posting = [
  '429',
  '500',
  'timeout',
  'drop_before_commit',
  'drop_after_commit',
  'delayed_commit',
  'refuse',
];
const opening = ['429', '500', 'drop_before_commit', 'drop_after_commit', 'refuse'];
const changing = ['429', '500', 'timeout', 'drop_before_commit', 'drop_after_commit', 'refuse'];
const refusals = [
  ...[
    'internal_error',
    'internal_error',
    'restricted_action',
    'channel_not_found',
    'invalid_blocks',
    'user_disabled',
  ],
  ...['token_revoked', 'account_inactive', 'invalid_auth'],
];

export const planTrial = (seed: number): Plan => {
  const dice = throwDice(seed, 'weather');
  const pick = <T>(list: readonly T[]): T => dice.oneOf(list) as T;
  const soon = () => pick(numbers(0, dice.chance(0.6) ? SENDING_MS : TURMOIL_MS, 10));
  const onceRead = () => pick(numbers(SENDING_MS / 2, TURMOIL_MS, 10));
  const faultOf = (method: string): Fault => {
    if (method === 'interaction')
      return { method, kind: pick(['duplicate', 'disconnect']), times: pick([1, 2]) };
    const kind = pick(
      method === 'chat.postMessage' ? posting : method === 'chat.update' ? changing : opening,
    );
    const error = kind === 'refuse' ? { error: pick(refusals) } : {};
    const delay = kind === 'delayed_commit' ? { delayMs: pick(numbers(20, MAX_DELAY_MS, 10)) } : {};
    return {
      method,
      kind,
      times: kind === 'refuse' || kind === 'timeout' ? 1 : pick([1, 2, 3]),
      ...error,
      ...delay,
    };
  };
  const methods = [
    ...[
      'chat.postMessage',
      'chat.postMessage',
      'chat.postMessage',
      'chat.postMessage',
      'interaction',
      'interaction',
    ],
    ...['conversations.open', 'conversations.history', 'chat.update'],
  ];
  const faults = Array.from({ length: pick([3, 4, 5, 6, 7]) }, (): Happening => {
    const fault = faultOf(pick(methods));
    return { at: dice.chance(0.6) ? 0 : soon(), what: 'fault', fault };
  });
  const kill = (): Happening => ({
    at: soon(),
    what: 'kill',
    which: pick([0, 1, 2]),
    awayMs: pick(numbers(0, 600, 50)),
  });
  const kills = Array.from({ length: pick([0, 1, 1, 2]) }, kill);
  const taps = Array.from(
    { length: pick([5, 6, 7]) },
    (): Happening => ({ at: onceRead(), what: 'tap', people: pick([2, 4, 8]) }),
  );
  const moves = Array.from(
    { length: pick([0, 1, 2]) },
    (): Happening => ({ at: soon(), what: 'clock', seconds: pick([5, 61]) }),
  );
  const rest: Happening[] = [
    ...(dice.chance(0.3) ? [{ at: soon(), what: 'refresh' as const }] : []),
    ...(dice.chance(0.15) ? [{ at: soon(), what: 'database' as const }] : []),
  ];
  // a request that hangs holds its bot up for ten seconds; nobody waits for that, so somebody kills
  // it
  const hangs = faults.some((each) => each.what === 'fault' && each.fault.kind === 'timeout');
  const rescue: Happening[] = hangs
    ? [0, 1, 2].map((which) => ({ at: TURMOIL_MS, what: 'kill', which, awayMs: 0 }))
    : [];
  const happenings = [...faults, ...kills, ...taps, ...moves, ...rest].sort((a, b) => a.at - b.at);
  return {
    asks: pick(['survey', 'survey', 'reminder']),
    happenings: [...happenings, ...rescue],
    dice,
  };
};
