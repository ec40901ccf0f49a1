import { addDays } from '../../domain/time/calendar.ts';
import type { JobContext } from '../job.ts';

/**
 * Once a day, and whenever somebody new is on a roster: finds people's Slack accounts by their
 * e-mail, and those that are no longer active, in case the bot was not there when Slack said so.
 */
export const syncSlackAccounts = async (
  { store, slack, log }: JobContext,
  now: Date,
): Promise<void> => {
  if ((await store.accounts.countToLookUp(addDays(now, -1))) === 0) return;
  const accounts = await slack.listAccounts();
  const found = await store.accounts.link(accounts);
  const moved = await store.accounts.followEmails(accounts, now);
  const { gone, back } = await store.accounts.changed(accounts);
  for (const { ccgCode, id } of gone) await store.ccg(ccgCode).people.deactivate(id, now);
  for (const { ccgCode, id } of back) await store.ccg(ccgCode).people.reactivate(id, now);
  await store.accounts.noteLookUp(now);
  log.info({ found, moved, gone: gone.length, back: back.length }, 'looked everyone up in Slack');
};
