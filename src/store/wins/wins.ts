// Wins: shared, posted, looked at and taken back. Who taps them is in win-taps.ts.
import { areaName, type WinDraft, type WinFacts } from '../../domain/wins/wins.ts';
import { type Database, lockBudgets, type Transaction } from '../database.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import type { WinWhereInput } from '../generated/prisma/models.ts';
import { record } from '../roles/history.ts';
import { lockPeople } from '../roles/seat-locks.ts';
import { leaveIntroduction } from './introductions.ts';

export type NewWin = WinDraft & { readonly id: string; readonly authorId: string };

/** A win with what its card and its author's own list show. */
export type WinView = WinFacts & {
  readonly id: string;
  readonly authorId: string;
  readonly practiceCode: string | null;
  readonly takenBackAt: Date | null;
  /** Its card was handed to Slack; not where the channel was closed to us. */
  readonly isPosted: boolean;
};

export const wins = (db: Database, ccgCode: string) => ({
  /**
   * Keeps a win whose card is about to be posted. False where it was kept before: then it must not
   * be posted again.
   */
  share: (win: NewWin, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const row = { ccgCode, ...win, sharedAt: now, postedAt: now };
      const { count } = await tx.win.createMany({ data: [row], skipDuplicates: true });
      if (count > 0)
        await record(tx, ccgCode, now, {
          kind: 'win_shared',
          actorId: win.authorId,
          about: win.id,
        });
      return count > 0;
    }),

  /**
   * Takes the posting of a card that is not in the channel yet. False where there is none of
   * theirs, or somebody has taken it.
   */
  takePosting: async (id: string, authorId: string, now: Date): Promise<boolean> => {
    const where = { ccgCode, id, authorId, postedAt: null, takenBackAt: null };
    return (await db.win.updateMany({ where, data: { postedAt: now } })).count > 0;
  },

  /** Where its card stands now; or, without a place, that it could not be posted. */
  notePosted: async (
    id: string,
    place: { readonly channel: string; readonly ts: string } | undefined,
  ): Promise<void> => {
    const data = place ? { channel: place.channel, messageTs: place.ts } : { postedAt: null };
    await db.win.updateMany({ where: { ccgCode, id }, data });
  },

  /** Its card was tapped, and so is there, though Slack gave no answer when it was posted. */
  noteSeen: async (id: string, channel: string, ts: string): Promise<void> => {
    await db.win.updateMany({
      where: { ccgCode, id, messageTs: null },
      data: { channel, messageTs: ts },
    });
  },

  find: async (id: string): Promise<WinView | undefined> => {
    const row = await db.win.findUnique({
      where: { ccgCode_id: { ccgCode, id } },
      include: withFacts,
    });
    return row ? toView(row) : undefined;
  },

  /** The latest that stand in the channel, newest first. */
  recent: (take: number): Promise<WinView[]> =>
    latest(db, { ccgCode, postedAt: { not: null } }, take),

  /** The latest of one author's, newest first. */
  by: (authorId: string, take: number): Promise<WinView[]> =>
    latest(db, { ccgCode, authorId }, take),

  /**
   * Takes a win back: its words are gone, and its card says so. Nothing where it is not theirs, or
   * is gone already.
   */
  takeBack: (id: string, authorId: string, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      await lockBudgets(tx, ccgCode);
      if (!(await lockPeople(tx, ccgCode, [authorId]))) return false;
      const data = { what: '', result: '', takenBackAt: now, ...changed };
      const { count } = await tx.win.updateMany({
        where: { ccgCode, id, authorId, takenBackAt: null },
        data,
      });
      if (count === 0) return false;
      await leaveIntroduction(tx, ccgCode, { winId: id, authorId }, now);
      await record(tx, ccgCode, now, { kind: 'win_taken_back', actorId: authorId, about: id });
      return true;
    }),
});

/** Marks cards as outdated; they are updated within a minute. */
export const markCardsOutdated = (
  tx: Transaction,
  ccgCode: string,
  which: WinWhereInput,
): Promise<unknown> => tx.win.updateMany({ where: { ...which, ccgCode }, data: changed });

const changed = { outdated: { increment: 1 } } as const;

const latest = async (db: Database, which: WinWhereInput, take: number): Promise<WinView[]> => {
  const where = { ...which, takenBackAt: null };
  return (
    await db.win.findMany({ where, include: withFacts, orderBy: { sharedAt: 'desc' }, take })
  ).map(toView);
};

const withFacts = {
  author: true,
  practice: true,
  area: true,
  taps: { where: { takenBackAt: null } },
} as const;

type WinRow = Prisma.WinGetPayload<{ include: typeof withFacts }>;

const toView = ({ author, practice, area, taps, ...row }: WinRow): WinView => {
  const elsewhere = taps.filter(
    ({ kind, practiceCode }) => kind === 'does_too' && practiceCode !== row.practiceCode,
  );
  return {
    ...row,
    isPosted: row.postedAt !== null,
    practice: practice?.name ?? null,
    area: area && areaName(area),
    author: author.leftAt || author.deactivatedAt ? null : author.name,
    interested: taps.filter(({ kind }) => kind === 'interested').length,
    practices: new Set(elsewhere.map(({ practiceCode }) => practiceCode)).size,
  };
};
