// Backups: taking one, and bringing it back.
import { resolve } from 'node:path';
import { count } from '../domain/text/words.ts';
import { londonDay, sayMoment, sayTime } from '../domain/time/calendar.ts';
import { type Amount, backUp } from '../store/postgres/backup.ts';
import type { Place } from '../store/postgres/location.ts';
import { restore as restoreInto } from '../store/postgres/restore.ts';
import { say } from './print.ts';

/** Keeps everything in one file. */
export const backup = async (place: Place, file: string | undefined, now: Date): Promise<void> => {
  const path = resolve(file ?? `ccg-engage-${londonDay(now)}-${sayTime(now).replace(':', '')}.backup`);
  const amount = await backUp(place, path, now);
  say(`Backed up ${sayAmount(amount)} to ${path}. It holds personal data: keep it where only you can read it.`);
};

/** Brings a backup back into an empty place. */
export const restore = async (place: Place, file: string, now: Date): Promise<void> => {
  const { takenAt, ...amount } = await restoreInto(place, resolve(file), now);
  say(`Restored ${sayAmount(amount)} from the backup of ${sayMoment(takenAt, now)}.`);
};

const sayAmount = ({ tables, rows }: Amount) => `${count(tables, 'table')} and ${count(rows, 'row')}`;
