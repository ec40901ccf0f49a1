// The summary of the month or the week goes into the channel, and each engagement lead gets one of
// their own. Once noted it is never posted a second time, for nobody can look whether an uncertain
// one arrived: the bot does not read channels. Leads see on Home what was not posted, and can post
// it themselves.
import type { Ccg } from '../../domain/ccg.ts';
import { nextPosting, periodToPost, type SummaryPeriod } from '../../domain/summary/posting.ts';
import { canPrompt } from '../../domain/time/sending-window.ts';
import type { JobContext } from '../job.ts';
import { earliest } from '../minute.ts';

export const postSummaries = async (context: JobContext, now: Date): Promise<void> => {
  for (const ccg of await context.store.ccgs.all()) {
    const period = context.stopping.aborted ? undefined : periodToPost(ccg.settings, now);
    if (!period || !(await context.store.ccg(ccg.code).summaries.wasHere(period.first))) continue;
    await postOnce(context, ccg, period, now);
    await tellLeads(context, ccg, period, now);
  }
};

const postOnce = async (
  { store, slack, log }: JobContext,
  ccg: Ccg,
  { name }: SummaryPeriod,
  now: Date,
) => {
  const { summaries } = store.ccg(ccg.code);
  if (!(await summaries.take(name, now))) return;
  const posted = await slack.postSummary(ccg, now);
  if (posted.kind === 'posted') return summaries.noteOutcome(name, null, now);
  log.warn({ ccg: ccg.code, period: name, error: posted.error }, 'a summary was not posted');
  await (posted.kind === 'not yet'
    ? summaries.giveBack(name)
    : summaries.noteOutcome(name, posted.error, now));
};

/** Whoever is away, or asked for quiet, finds the same on Home. */
const tellLeads = async (
  { store, slack, log }: JobContext,
  ccg: Ccg,
  { name }: SummaryPeriod,
  now: Date,
) => {
  const { people, summaries } = store.ccg(ccg.code);
  for (const lead of (await people.leads()).filter(
    (each) => each.slackId && canPrompt(each, ccg.settings, now).now,
  )) {
    if (!(await summaries.takePrivate(lead.id, name))) continue;
    const sent = await slack.sendPrivateSummary(ccg, lead, now);
    if (sent.kind !== 'posted')
      log.warn(
        { ccg: ccg.code, person: lead.id, error: sent.error },
        'a private summary was not sent',
      );
    if (sent.kind === 'not yet') await summaries.givePrivateBack(lead.id, name);
  }
};

export const nextSummary = async ({ store }: JobContext, now: Date): Promise<Date | undefined> => {
  const all = await store.ccgs.all();
  return earliest(all.map(({ settings }) => nextPosting(settings, now)));
};
