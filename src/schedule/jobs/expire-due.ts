import { planAtOnce } from '../../domain/roles/requests.ts';
import { NOTICE_DAYS } from '../../domain/roles/terms.ts';
import { readSettings } from '../../domain/settings.ts';
import type { JobContext } from '../job.ts';

/**
 * Requests nobody answered lapse, covers end, and terms that ended without a word leave their seats
 * to be confirmed.
 */
export const expireDue = async ({ store }: JobContext, now: Date): Promise<void> => {
  const settings = new Map((await store.ccgs.all()).map((ccg) => [ccg.code, ccg.settings]));
  await store.deadlines.lapseRequests(now, (code) =>
    planAtOnce(settings.get(code) ?? readSettings({}), now),
  );
  await store.deadlines.endCovers(now);
  await store.deadlines.endTerms(now);
};

/** Also when the notice of a term begins, at which its holder is asked. */
export const nextDeadline = ({ store }: JobContext, now: Date): Promise<Date | undefined> =>
  store.deadlines.next(now, NOTICE_DAYS);
