// A lighter touch: a practice's people are asked once, and never a second time.
import type { TouchReason } from '../../domain/people/touch-reasons.ts';
import type { Database } from '../database.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { record } from '../roles/history.ts';
import { cancelWaiting } from '../sending/create-prompts.ts';

export const lighterTouch = (db: Database, ccgCode: string) => ({
  /**
   * Begins it for a practice, and asks nobody a second time who has nothing but such practices.
   * False where it had begun.
   */
  begin: (code: string, lightReason: TouchReason, actorId: string, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const where = { ccgCode, code, lightSince: null, closedOn: null };
      const { count } = await tx.practice.updateMany({
        where,
        data: { lightSince: now, lightReason },
      });
      if (count === 0) return false;
      const people = await tx.person.findMany({
        where: { ccgCode, memberships: { some: { practiceCode: code, until: null } } },
        include: withPractices,
      });
      const ids = people.filter(hasLighterTouch).map(({ id }) => id);
      await cancelWaiting(tx, ccgCode, { kind: 'chase', personId: { in: ids } }, 'lighter_touch');
      await record(tx, ccgCode, now, {
        kind: 'lighter_touch_set',
        actorId,
        practiceCode: code,
        about: lightReason,
      });
      return true;
    }),

  /** Ends it. False where it had ended. */
  end: (code: string, actorId: string, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const where = { ccgCode, code, lightSince: { not: null } };
      const { count } = await tx.practice.updateMany({
        where,
        data: { lightSince: null, lightReason: null },
      });
      if (count > 0)
        await record(tx, ccgCode, now, {
          kind: 'lighter_touch_ended',
          actorId,
          practiceCode: code,
        });
      return count > 0;
    }),
});

export const withPractices = {
  memberships: { where: { until: null }, include: { practice: true } },
} as const;

type WithPractices = Prisma.PersonGetPayload<{ include: typeof withPractices }>;

/** Whether each of their practices has it. */
export const hasLighterTouch = ({ memberships }: Pick<WithPractices, 'memberships'>): boolean =>
  memberships.length > 0 && memberships.every(({ practice }) => practice.lightSince !== null);
