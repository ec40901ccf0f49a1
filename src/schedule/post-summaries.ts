// The summary of the month or the week goes into the channel. Once noted it is never posted a second time, for nobody can look whether
// an uncertain one arrived: the bot does not read channels. Leads see on Home what was not posted, and can post it themselves.
import type { Ccg } from '../domain/ccg.ts';
import { type Period, periodToPost } from '../domain/summary/posting.ts';
import type { Workshop } from './timetable.ts';

export const postSummaries = async (workshop: Workshop, now: Date): Promise<void> => {
  for (const ccg of await workshop.store.ccgs.all()) {
    const period = workshop.stopping.aborted ? undefined : periodToPost(ccg.settings, now);
    if (period) await postOnce(workshop, ccg, period, now);
  }
};

const postOnce = async ({ store, slack, log }: Workshop, ccg: Ccg, { name, first }: Period, now: Date) => {
  const { summaries } = store.ccg(ccg.code);
  if (!(await summaries.take(name, first, now))) return;
  const posted = await slack.postSummary(ccg, now);
  if (posted.kind === 'posted') return summaries.noteOutcome(name, null, now);
  log.warn({ ccg: ccg.code, period: name, error: posted.error }, 'a summary was not posted');
  await (posted.kind === 'not yet' ? summaries.giveBack(name) : summaries.noteOutcome(name, posted.error, now));
};
