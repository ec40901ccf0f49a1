// Declared interests: a convenience copy for members to read.
import type { Declaration, Interest } from '../../domain/roles/interests.ts';
import type { Database, Transaction } from '../database.ts';
import { record } from './history.ts';
import { closeRequests } from './requests.ts';

export const interests = (db: Database, ccgCode: string) => {
  /** Every change of a declaration sets its date, and closes the request to confirm it. */
  const declare = (
    personId: string,
    now: Date,
    change?: (tx: Transaction) => Promise<unknown>,
  ): Promise<void> =>
    db.$transaction(async (tx) => {
      await change?.(tx);
      await tx.person.update({
        where: { ccgCode_id: { ccgCode, id: personId } },
        data: { interestsAt: now },
      });
      await closeRequests(tx, ccgCode, { kind: 'interests', toId: personId }, 'accepted', now);
      await record(tx, ccgCode, now, { kind: 'interests_declared', actorId: personId, personId });
    });

  return {
    /** Everyone's declarations, by person. Who has never declared is not among them. */
    all: async (): Promise<Map<string, Declaration>> => {
      const rows = await db.person.findMany({
        where: { ccgCode, interestsAt: { not: null }, leftAt: null, deactivatedAt: null },
        include: { interests: { where: { endedAt: null }, orderBy: { declaredAt: 'asc' } } },
      });
      const declared = rows.flatMap(({ id, interestsAt, interests: held }) =>
        interestsAt ? [{ personId: id, at: interestsAt, interests: held }] : [],
      );
      return new Map(declared.map((each) => [each.personId, each]));
    },

    /** Adds an interest to somebody's declaration. */
    add: (interest: Omit<Interest, 'id'>, now: Date): Promise<void> =>
      declare(interest.personId, now, (tx) =>
        tx.interest.create({ data: { ccgCode, ...interest, declaredAt: now } }),
      ),

    /** One of their interests is none any more. */
    end: (id: string, personId: string, now: Date): Promise<void> =>
      declare(personId, now, (tx) =>
        tx.interest.updateMany({
          where: { ccgCode, id, personId, endedAt: null },
          data: { endedAt: now },
        }),
      ),

    /** They have looked, and what is declared is right: where nothing is, that there is nothing. */
    affirm: (personId: string, now: Date): Promise<void> => declare(personId, now),
  };
};
