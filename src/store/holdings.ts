// Taking, confirming and ending holdings. The database decides races: a seat taken a moment ago is simply not given twice.
import type { Place, Role } from '../domain/roles.ts';
import type { Database } from './database.ts';
import type { EndReason } from './generated/prisma/enums.ts';
import { record } from './history.ts';

type Claimed = {
  readonly role: Role;
  readonly place: Place;
  readonly personId: string;
  readonly seats: readonly number[];
  readonly confirmed: boolean;
};

export const holdings = (db: Database, ccgCode: string) => ({
  /** Takes the first of the seats that is still free. False where none was. */
  take: ({ role, place, personId, seats, confirmed }: Claimed, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      for (const seat of seats) {
        const holding = {
          ccgCode,
          roleKey: role.key,
          seats: role.seats,
          seat,
          ...place,
          personId,
          since: now,
          confirmedAt: confirmed ? now : null,
        };
        const { count } = await tx.holding.createMany({ data: [holding], skipDuplicates: true });
        if (count === 0) continue;
        await record(tx, ccgCode, now, { kind: 'role_claimed', actorId: personId, personId, roleKey: role.key, ...place });
        return true;
      }
      return false;
    }),

  /** Marks a holding as confirmed by someone. False where it had ended or was confirmed already. */
  confirm: (id: string, actorId: string, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const [holding] = await tx.holding.updateManyAndReturn({
        where: { ccgCode, id, until: null, confirmedAt: null },
        data: { confirmedAt: now },
      });
      if (!holding) return false;
      const { personId, roleKey, practiceCode, locality } = holding;
      await record(tx, ccgCode, now, { kind: 'role_confirmed', actorId, personId, roleKey, practiceCode, locality });
      return true;
    }),

  /** Ends a holding, keeping why. False where it had ended already. */
  end: (id: string, reason: EndReason, actorId: string | null, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const [holding] = await tx.holding.updateManyAndReturn({
        where: { ccgCode, id, until: null },
        data: { until: now, ended: reason },
      });
      if (!holding) return false;
      const { personId, roleKey, practiceCode, locality } = holding;
      const kind = reason === 'stepped_down' ? 'role_released' : 'role_ended';
      await record(tx, ccgCode, now, { kind, actorId, personId, roleKey, practiceCode, locality, reason });
      return true;
    }),
});
