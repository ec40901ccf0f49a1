// Loaded into the bot before anything else: its process begins at a named moment and counts its ids
// up, so that two recordings agree.
import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';

const RealDate = Date;
const aheadMs = Date.parse(process.env['RECORDING_START'] ?? '') - RealDate.now();
const now = () => RealDate.now() + aheadMs;

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given, newTarget) => Reflect.construct(target, given.length > 0 ? given : [now()], newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});

/** What is ordered by id is ordered by when it was made, in place of by chance. */
let made = 0;
const randomUUID = () => {
  made += 1;
  return `00000000-0000-4000-8000-${made.toString(16).padStart(12, '0')}`;
};
for (const each of [crypto, globalThis.crypto]) Object.defineProperty(each, 'randomUUID', { value: randomUUID });
syncBuiltinESMExports();

/**
 * No minute passes by itself: the jobs of the minute run when the recording moves the clock, and
 * never in between by chance.
 */
const startTimer = globalThis.setTimeout;
const orNever = (work: () => void, ...rest: unknown[]) =>
  Reflect.apply(startTimer, globalThis, [new Error().stack?.includes('/node-cron/') ? () => {} : work, ...rest]);
globalThis.setTimeout = Object.defineProperties(orNever, Object.getOwnPropertyDescriptors(startTimer)) as typeof setTimeout;
