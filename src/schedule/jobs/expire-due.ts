import { planAtOnce } from '../../domain/roles/requests.ts';
import { readSettings } from '../../domain/settings.ts';
import type { Workshop } from '../timetable.ts';

/** Requests nobody answered lapse, covers end, and terms that ended without a word leave their seats to be confirmed. */
export const endWhatIsOver = async ({ store }: Workshop, now: Date): Promise<void> => {
  const settings = new Map((await store.ccgs.all()).map((ccg) => [ccg.code, ccg.settings]));
  await store.occasions.lapseRequests(now, (code) => planAtOnce(settings.get(code) ?? readSettings({}), now));
  await store.occasions.endCovers(now);
  await store.occasions.endTerms(now);
};
