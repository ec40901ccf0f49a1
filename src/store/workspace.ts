// The Slack workspace that the data belongs to.
import type { Database } from './database.ts';

/** A workspace by Slack's id of it, and its name there. */
export type Workspace = { readonly teamId: string; readonly name: string };

export const workspace = (db: Database) => ({
  /**
   * The workspace that the data belongs to: from the first time on, the one that was given then.
   */
  remember: async ({ teamId, name }: Workspace, now: Date): Promise<Workspace> => {
    await db.workspace.createMany({ data: [{ teamId, name, since: now }], skipDuplicates: true });
    return db.workspace.findUniqueOrThrow({ where: { id: 1 } });
  },

  find: async (): Promise<Workspace | undefined> =>
    (await db.workspace.findUnique({ where: { id: 1 } })) ?? undefined,

  /**
   * The data moves to another workspace, whichever connects next. Accounts and conversations of
   * the old one are forgotten; people are found again by their address. Returns how many have none.
   */
  leave: (): Promise<{ readonly unreachable: number }> =>
    db.$transaction(async (tx) => {
      await tx.workspace.deleteMany();
      await tx.person.updateMany({ data: { slackId: null, dmChannel: null, lookedUpAt: null } });
      // messages there can be neither updated nor looked for
      await tx.delivery.updateMany({ where: { state: 'sent' }, data: { outdated: 0 } });
      await tx.ccg.updateMany({ data: { pausedUntil: null, pauseError: null } });
      return { unreachable: await tx.person.count({ where: { email: null, leftAt: null } }) };
    }),
});
