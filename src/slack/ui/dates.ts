// Dates as people type them: “12 Dec”, “Friday”, “in two weeks”, “12/12/2026”. British order.
import { en } from 'chrono-node';
import { endOfDay, londonOffset } from '../../domain/time/calendar.ts';

/**
 * The end of the London day that the words name, or nothing where they name none. A weekday is the
 * next one; a date stays what it is.
 */
export const readDay = (words: string, now: Date): Date | undefined => {
  const reference = { instant: now, timezone: londonOffset(now) };
  const [found] = en.GB.parse(words, reference);
  if (!found) return undefined;
  const [ahead] = en.GB.parse(words, reference, { forwardDate: true });
  const { start } = found.start.isCertain('day') ? found : (ahead ?? found);
  const day = [start.get('year'), start.get('month'), start.get('day')]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return endOfDay(day);
};
