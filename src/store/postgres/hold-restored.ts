// After a backup was brought back: what was due since it was taken may have gone out, and nothing
// in the backup tells. It is held, and leads see on Home what to ask before they send it again.
import type { Ccg } from '../../domain/ccg.ts';
import { periodOf } from '../../domain/summary/posting.ts';
import type { CcgStore, Store } from '../store.ts';

/** Holds what was due by now. Returns how many planned surveys and reminders that were. */
export const holdRestored = async (store: Store, now: Date): Promise<number> => {
  await store.deliveries.markForVerification(now);
  let held = 0;
  for (const ccg of await store.ccgs.all()) {
    held += await holdSeries(store.ccg(ccg.code), now);
    await holdSummary(store.ccg(ccg.code), ccg, now);
  }
  return held;
};

const holdSeries = async ({ series }: CcgStore, now: Date): Promise<number> => {
  const due = await series.due(now);
  for (const each of due) await series.noteUnsent(each, MAY_HAVE_GONE_OUT, now);
  return due.length;
};

const MAY_HAVE_GONE_OUT =
  'The data was brought back from a backup, so it may have gone out that day all the same. Ask ' +
  'one or two of those it was for; if it did not, plan it again.';

/** The channel may have this period's summary already, and leads their own. */
const holdSummary = async ({ summaries, people }: CcgStore, ccg: Ccg, now: Date) => {
  const period = periodOf(ccg.settings, now);
  if (!period || period.first > now) return;
  if (await summaries.take(period.name, now))
    await summaries.noteOutcome(period.name, 'restored_from_backup', now);
  for (const { id } of await people.leads()) await summaries.takePrivate(id, period.name);
};
