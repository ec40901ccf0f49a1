// Loaded into the bot before anything else: its process begins at a named moment and counts its ids
// up, so that two recordings agree.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import timers from 'node:timers/promises';

const RealDate = Date;
const aheadMs = Date.parse(process.env['RECORDING_START'] ?? '') - RealDate.now();
const now = () => RealDate.now() + aheadMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) =>
    Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

/** What is ordered by id is ordered by when it was made, in place of by chance. */
let made = 0;
const randomUUID = () => {
  made += 1;
  return `00000000-0000-4000-8000-${made.toString(16).padStart(12, '0')}`;
};
for (const each of [crypto, globalThis.crypto])
  Object.defineProperty(each, 'randomUUID', { value: randomUUID });

/**
 * No minute passes by itself: the jobs of the minute run when the recording moves the clock, and
 * never in between by chance.
 */
const startTimer = globalThis.setTimeout;
const orNever = (work: () => void, ...rest: unknown[]) =>
  Reflect.apply(startTimer, globalThis, [
    new Error().stack?.includes('/node-cron/') ? () => {} : work,
    ...rest,
  ]);
globalThis.setTimeout = Object.defineProperties(
  orNever,
  Object.getOwnPropertyDescriptors(startTimer),
) as typeof setTimeout;

/**
 * On a busy machine the bot and Slack's stand-in wait longer for each other: both count in these.
 */
const PATIENCE_MS = [2500, 3000];
const pause = timers.setTimeout;
const patiently = (ms?: number, ...rest: unknown[]) =>
  Reflect.apply(pause, timers, [PATIENCE_MS.includes(ms ?? 0) ? 60_000 : ms, ...rest]);
Object.defineProperty(timers, 'setTimeout', { value: patiently });
syncBuiltinESMExports();
