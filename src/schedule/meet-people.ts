import { addDays } from '../domain/calendar.ts';
import type { Workshop } from './timetable.ts';

/** Finds the Slack accounts of people on rosters by their e-mail; those not found are looked up again a day later. */
export const meetPeople = async ({ store, slack, log }: Workshop, now: Date): Promise<void> => {
  if ((await store.accounts.countUnknown(addDays(now, -1))) === 0) return;
  const found = await store.accounts.link(await slack.listAccounts());
  await store.accounts.noteLookUp(now);
  log.info({ found }, 'people on rosters found in Slack');
};
