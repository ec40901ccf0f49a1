import type { Database } from './database.ts';
import { record } from './history.ts';

export const summaries = (db: Database, ccgCode: string) => ({
  /** Notes that a summary is about to be posted. False where it was noted before: then it must not be posted again. */
  notePosted: (id: string, actorId: string, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const { count } = await tx.summaryPost.createMany({ data: [{ ccgCode, id, postedAt: now }], skipDuplicates: true });
      if (count > 0) await record(tx, ccgCode, now, { kind: 'summary_posted', actorId, about: id });
      return count > 0;
    }),
});
