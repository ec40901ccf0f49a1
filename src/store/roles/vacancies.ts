// How long seats have been empty, when practices were invited, and inviting one.
import { type Moments, refuseInvitation, seatOf } from '../../domain/roles/vacancies.ts';
import { type Database, lockBudgets } from '../database.ts';
import { record } from './history.ts';
import { addRequest, type NewRequest } from './requests.ts';

type Invitation = NewRequest & {
  readonly fromId: string;
  readonly roleKey: string;
  readonly practiceCode: string;
};

export const vacancies = (db: Database, ccgCode: string) => ({
  /** When each seat was last given up, by role and place. */
  endedAt: async (): Promise<Moments> => {
    const by = ['roleKey', 'practiceCode', 'locality'] as const;
    const rows = await db.holding.groupBy({
      by: [...by],
      where: { ccgCode, until: { not: null } },
      _max: { until: true },
    });
    return new Map(
      rows.flatMap(({ roleKey, _max, ...place }) =>
        _max.until ? [[seatOf(roleKey, place), _max.until] as const] : [],
      ),
    );
  },

  /** When each practice was last invited, by role and place. */
  invitedAt: async (): Promise<Moments> => {
    const where = { ccgCode, kind: 'vacancy' as const };
    const rows = await db.request.groupBy({
      by: ['roleKey', 'practiceCode', 'locality'],
      where,
      _max: { createdAt: true },
    });
    return new Map(
      rows.flatMap(({ roleKey, _max, ...place }) =>
        roleKey && _max.createdAt ? [[seatOf(roleKey, place), _max.createdAt] as const] : [],
      ),
    );
  },

  /**
   * Invites the members of a practice. False where it was invited too recently, also by another
   * lead at this very moment.
   */
  invite: (invitation: Invitation, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      await lockBudgets(tx, ccgCode);
      const { fromId: actorId, roleKey, practiceCode } = invitation;
      const last = await tx.request.findFirst({
        where: { ccgCode, kind: 'vacancy', roleKey, practiceCode },
        orderBy: { createdAt: 'desc' },
      });
      if (refuseInvitation(last?.createdAt ?? null, now)) return false;
      await addRequest(tx, ccgCode, invitation, now);
      await record(tx, ccgCode, now, { kind: 'practice_invited', actorId, roleKey, practiceCode });
      return true;
    }),
});
