import type { JobContext } from '../job.ts';

export const closeRounds = async ({ store }: JobContext, now: Date): Promise<void> => {
  for (const { code } of await store.ccgs.all()) {
    const { rounds } = store.ccg(code);
    for (const id of await rounds.dueToClose(now)) await rounds.close(id, now);
  }
};

export const nextClosing = ({ store }: JobContext, now: Date): Promise<Date | undefined> =>
  store.nextClosing(now);
