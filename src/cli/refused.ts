// How often free text was refused because it seemed to hold patient data. What was written is
// nowhere.

import { findings } from '../domain/text/patient-data.ts';
import { formatMonth, londonTime } from '../domain/time/calendar.ts';
import type { Store } from '../store/store.ts';
import { chooseCcg } from './ccgs.ts';
import { say } from './print.ts';

/** Says how often each kind was found, month by month. */
export const listRefused = async (store: Store, { ccg: code }: { ccg?: string }): Promise<void> => {
  const ccg = await chooseCcg(store, code);
  const counts = await store.countRefused(ccg.code);
  if (counts.length === 0)
    return say(`Nothing that seemed to hold patient data was refused in ${ccg.name}.`);
  for (const [month, kinds = []] of Object.entries(Object.groupBy(counts, (each) => each.month)))
    say(
      formatMonth(londonTime(`${month}-01`, '12:00')),
      ...kinds.map(({ kind, number }) => `${String(number).padStart(6)} × ${findings[kind]}`),
    );
};
