// A reminder that comes once more, because the person asked for it.

import { type Database, lockBudgets } from '../database.ts';
import { markOutdated, type Planner, toDelivery } from './create-prompts.ts';
import { readReservations } from './reservations.ts';

export type SnoozeResult = 'planned' | 'no day left' | 'replied';

export const snooze = (db: Database, ccgCode: string) => ({
  /** After “Not now”: plans one more message. Two taps at once plan one. */
  remindAgain: (id: string, plan: Planner, now: Date, tappedTs?: string): Promise<SnoozeResult> =>
    db.$transaction(async (tx) => {
      await lockBudgets(tx, ccgCode);
      const prompt = await tx.prompt.findUniqueOrThrow({
        where: { ccgCode_id: { ccgCode, id } },
        include: { person: true, deliveries: { where: { kind: 'again' } } },
      });
      const { personId, person, deliveries } = prompt;
      const planned = plan(
        person,
        (await readReservations(tx, ccgCode, [personId], now)).get(personId) ?? [],
      );
      if ('noRoom' in planned) return 'no day left';
      const { count } = await tx.prompt.updateMany({
        where: { ccgCode, id, outcome: 'not_now' },
        data: { outcome: 'waiting', repliedAt: null, againAt: planned.dueAt },
      });
      if (count === 0) return 'replied';
      const turn = deliveries.length + 1;
      await tx.delivery.create({
        data: { ccgCode, promptId: id, personId, kind: 'again', turn, ...toDelivery(planned, now) },
      });
      await markOutdated(tx, ccgCode, { promptId: id }, tappedTs);
      return 'planned';
    }),
});
