// Every way in which people may have told us of their time, around a moment.
import fc from 'fast-check';
import type { Availability } from '../../src/domain/time/sending-window.ts';

const DAY_MS = 86_400_000;
const dayAt = (from: Date, days: number) =>
  new Date(new Date(from.getTime() + days * DAY_MS).toISOString().slice(0, 10));

const away = fc.option(
  fc.record({ starts: fc.integer({ min: -10, max: 20 }), days: fc.integer({ min: 0, max: 60 }) }),
  {
    freq: 2,
  },
);
const quiet = fc.option(fc.integer({ min: -5 * 24, max: 60 * 24 }), { freq: 2 });

export const workingDays = fc.subarray([1, 2, 3, 4, 5], { minLength: 1 });

export const ownTimes: fc.Arbitrary<(from: Date) => Availability> = fc
  .record({ workingDays, away, quiet })
  .map(({ workingDays, away, quiet }) => (from) => ({
    workingDays,
    awayFrom: away && dayAt(from, away.starts),
    awayUntil: away && dayAt(from, away.starts + away.days),
    quietUntil: quiet === null ? null : new Date(from.getTime() + quiet * 3_600_000),
  }));
