// Standing in for one another: cover is quiet time with a deputy.

import type { RequestView } from '../../domain/roles/requests.ts';
import type { Reschedule } from '../../domain/sending/reschedule.ts';
import { type Database, lockBudgets } from '../database.ts';
import { changeAvailability } from '../people/availability.ts';
import type { Planner } from '../sending/create-prompts.ts';
import { record } from './history.ts';
import { closeRequests } from './requests.ts';
import { lockPeople } from './seat-locks.ts';

/** How the one who asked is told, and where what waits for them goes. */
type OnceAgreed = { readonly tell: Planner; readonly place: Reschedule };

export const covers = (db: Database, ccgCode: string) => ({
  /**
   * Somebody agrees to stand in. Until then the one who asked is quiet. False where the request is
   * no longer open.
   */
  acceptCover: (
    { id, from, until }: RequestView,
    deputyId: string,
    { tell, place }: OnceAgreed,
    now: Date,
  ): Promise<boolean> =>
    db.$transaction(async (tx) => {
      await lockBudgets(tx, ccgCode);
      if (!from || !until || !(await lockPeople(tx, ccgCode, [from.id, deputyId]))) return false;
      if ((await closeRequests(tx, ccgCode, { id }, 'accepted', now, tell)) === 0) return false;
      const earlier = {
        ccgCode,
        kind: 'cover' as const,
        state: 'accepted' as const,
        fromId: from.id,
        id: { not: id },
      };
      await tx.request.updateMany({ where: earlier, data: { state: 'withdrawn' } });
      await changeAvailability(tx, ccgCode, from.id, { quietUntil: until }, place, now);
      await record(tx, ccgCode, now, {
        kind: 'cover_agreed',
        actorId: deputyId,
        personId: from.id,
      });
      return true;
    }),

  /** Somebody is back before the day. False where nobody stood in for them. */
  endCover: (personId: string, place: Reschedule, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      await lockBudgets(tx, ccgCode);
      const where = {
        ccgCode,
        kind: 'cover' as const,
        state: 'accepted' as const,
        fromId: personId,
      };
      const { count } = await tx.request.updateMany({ where, data: { state: 'withdrawn' } });
      if (count === 0) return false;
      await changeAvailability(tx, ccgCode, personId, { quietUntil: null }, place, now);
      await record(tx, ccgCode, now, { kind: 'cover_ended', actorId: personId, personId });
      return true;
    }),
});
