// Who would like to hear more of a win, and which practices do it too.
import type { Tapped, WinTapKind } from '../../domain/wins/wins.ts';
import { type Database, lockBudgets, type Transaction } from '../database.ts';
import type { WinTapModel } from '../generated/prisma/models.ts';
import { lockPeople } from '../roles/seat-locks.ts';
import { markOutdated, type Planner } from '../sending/create-prompts.ts';
import { closeEmpty, introduce, leaveIntroduction } from './introductions.ts';
import { markCardsOutdated } from './wins.ts';

export type NewTap = {
  readonly winId: string;
  readonly personId: string;
  readonly kind: WinTapKind;
  readonly practiceCode: string | null;
};

export const winTaps = (db: Database, ccgCode: string) => ({
  /**
   * Notes a tap, or takes it back where it was there. `plan`: when its author hears of those who
   * are interested.
   */
  tap: (tap: NewTap, plan: Planner, now: Date): Promise<Tapped | 'gone'> =>
    db.$transaction(async (tx) => {
      await lockBudgets(tx, ccgCode);
      const win = await tx.win.findFirst({ where: { ccgCode, id: tap.winId, takenBackAt: null } });
      if (!win || !(await lockPeople(tx, ccgCode, [tap.personId]))) return 'gone';
      const turned = await turn(tx, ccgCode, tap, now);
      const isTold = await tellAuthor(
        tx,
        ccgCode,
        { ...turned, authorId: win.authorId },
        plan,
        now,
      );
      await markCardsOutdated(tx, ccgCode, { id: win.id });
      if (!turned.takenBackAt) return 'noted';
      return isTold ? 'taken back, but told' : 'taken back';
    }),
});

/** On where it was off, and off where it was on. */
const turn = async (
  tx: Transaction,
  ccgCode: string,
  { practiceCode, ...tap }: NewTap,
  now: Date,
) => {
  const where = { ccgCode_winId_personId_kind: { ccgCode, ...tap } };
  const before = await tx.winTap.findUnique({ where });
  if (!before) return tx.winTap.create({ data: { ccgCode, ...tap, practiceCode, at: now } });
  return tx.winTap.update({
    where,
    data: { practiceCode, takenBackAt: before.takenBackAt ? null : now },
  });
};

/**
 * Of each person who is interested, once; and not of those who think again in time. Whether they
 * have been told already.
 */
const tellAuthor = async (
  tx: Transaction,
  ccgCode: string,
  {
    winId,
    personId,
    kind,
    takenBackAt,
    requestId,
    authorId,
  }: WinTapModel & { readonly authorId: string },
  plan: Planner,
  now: Date,
): Promise<boolean> => {
  const between = { winId, personId, authorId };
  if (takenBackAt && requestId) return !(await leaveIntroduction(tx, ccgCode, between, now));
  if (!takenBackAt && !requestId && kind === 'interested')
    await introduce(tx, ccgCode, between, plan, now);
  return false;
};

/**
 * People who leave take their taps with them; a message that told of them is updated, and so is
 * each card they are on.
 */
export const withdrawFromWins = async (
  tx: Transaction,
  ccgCode: string,
  personId: string,
  now: Date,
): Promise<void> => {
  const taps = await tx.winTap.findMany({ where: { ccgCode, personId } });
  await tx.winTap.deleteMany({ where: { ccgCode, personId } });
  const requests = taps.flatMap(({ requestId }) => requestId ?? []);
  await closeEmpty(tx, ccgCode, requests, now);
  await markOutdated(tx, ccgCode, { prompt: { requestId: { in: requests } } });
  await markCardsOutdated(tx, ccgCode, {
    OR: [{ authorId: personId }, { id: { in: taps.map(({ winId }) => winId) } }],
  });
};
