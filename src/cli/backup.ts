// Backups: taking one, and bringing it back.
import { resolve } from 'node:path';
import { pluralise } from '../domain/text/words.ts';
import { formatMoment, formatTime, londonDay } from '../domain/time/calendar.ts';
import { type Amount, backUp } from '../store/postgres/backup.ts';
import type { DataLocation } from '../store/postgres/location.ts';
import { restore as restoreInto } from '../store/postgres/restore.ts';
import { say } from './print.ts';

/** Keeps everything in one file. */
export const backup = async (
  place: DataLocation,
  file: string | undefined,
  now: Date,
): Promise<void> => {
  const path = resolve(
    file ?? `ccg-engage-${londonDay(now)}-${formatTime(now).replace(':', '')}.backup`,
  );
  const amount = await backUp(place, path, now);
  say(
    `Backed up ${formatAmount(amount)} to ${path}. It holds personal data: keep it where ` +
      'only you can read it.',
  );
};

/** Brings a backup back into an empty place. */
export const restore = async (place: DataLocation, file: string, now: Date): Promise<void> => {
  const { takenAt, held, ...amount } = await restoreInto(place, resolve(file), now);
  say(`Restored ${formatAmount(amount)} from the backup of ${formatMoment(takenAt, now)}.`);
  if (held > 0)
    say(
      `${pluralise(held, 'planned survey or reminder', 'planned surveys and reminders')} may ` +
        'have ' +
        'gone out since then, and will not be sent by itself. Leads see on Home which, and ' +
        'what to do.',
    );
};

const formatAmount = ({ tables, rows }: Amount) =>
  `${pluralise(tables, 'table')} and ${pluralise(rows, 'row')}`;
