// Reminders: a short request with Done and Not now.
import type { Audience } from '../../domain/surveys/audience.ts';
import type { Database, Transaction } from '../database.ts';
import type { PromptOutcome } from '../generated/prisma/enums.ts';
import type { ReminderModel } from '../generated/prisma/models.ts';
import { record } from '../roles/history.ts';
import type { RoundWithTurnout } from '../surveys/rounds.ts';
import { createPrompts, type Planner, type PromptRequest } from './create-prompts.ts';
import { noteSent, type PlannedSeries } from './series.ts';

export type NewReminder = {
  readonly id: string;
  readonly text: string;
  readonly link: string | null;
  readonly audience: Audience;
  /** The end of the day by which it is to be done. */
  readonly doneBy: Date | null;
  /** The engagement leads see who has done it. */
  readonly named: boolean;
  readonly createdBy: string;
};

/**
 * A reminder with everyone it reached and what they said, and where each of its messages stands.
 */
export type ReminderWithTurnout = Pick<NewReminder, 'id' | 'text' | 'doneBy' | 'named'> & {
  readonly createdAt: Date;
  readonly turnout: readonly { readonly personId: string; readonly outcome: PromptOutcome }[];
  /** Who has done it, by name; nobody where people were told that it is not seen. */
  readonly doneByName: readonly string[];
  readonly deliveries: RoundWithTurnout['deliveries'];
};

export const reminders = (db: Database, ccgCode: string) => ({
  /**
   * Keeps a reminder and plans a prompt for each person, but for those who said that its series is
   * not for them. All or nothing; nothing a second time with the same id, or where this time of the
   * series it is of has passed.
   */
  send: (
    reminder: NewReminder,
    asks: readonly PromptRequest[],
    plan: Planner,
    now: Date,
    of?: PlannedSeries,
  ): Promise<void> =>
    db.$transaction(async (tx) => {
      if (of && !(await noteSent(tx, ccgCode, of, now))) return;
      const row = { ccgCode, ...reminder, createdAt: now, seriesId: of?.id ?? null };
      const { count } = await tx.reminder.createMany({ data: [row], skipDuplicates: true });
      if (count === 0) return;
      const out = await notForThem(tx, ccgCode, of?.id);
      const asked = asks.filter(({ personId }) => !out.has(personId));
      await createPrompts(tx, ccgCode, {
        about: { reminderId: reminder.id },
        kind: 'reminder',
        asks: asked,
        plan,
        now,
      });
      await record(tx, ccgCode, now, {
        kind: 'reminder_sent',
        actorId: reminder.createdBy,
        about: reminder.id,
      });
    }),

  /** The latest reminders, newest first, with whom they reached and what people said. */
  recent: async (take: number): Promise<ReminderWithTurnout[]> => {
    const rows = await db.reminder.findMany({
      where: { ccgCode },
      orderBy: { createdAt: 'desc' },
      take,
    });
    return Promise.all(rows.map((row) => withTurnout(db, row)));
  },
});

const notForThem = async (
  tx: Transaction,
  ccgCode: string,
  seriesId: string | undefined,
): Promise<Set<string>> => {
  if (!seriesId) return new Set();
  const where = { ccgCode, outcome: 'not_for_me' as const, reminder: { seriesId } };
  return new Set(
    (await tx.prompt.findMany({ where, select: { personId: true } })).map(
      ({ personId }) => personId,
    ),
  );
};

const withTurnout = async (db: Database, row: ReminderModel): Promise<ReminderWithTurnout> => {
  const prompts = await db.prompt.findMany({
    where: { ccgCode: row.ccgCode, reminderId: row.id },
    include: { deliveries: true, person: { select: { name: true } } },
  });
  const reached = prompts.filter(({ deliveries }) =>
    deliveries.some(({ state }) => state === 'sent'),
  );
  const done = row.named ? reached.filter(({ outcome }) => outcome === 'done') : [];
  return {
    ...row,
    turnout: reached.map(({ personId, outcome }) => ({ personId, outcome })),
    doneByName: done.map(({ person }) => person.name).sort((a, b) => a.localeCompare(b)),
    deliveries: prompts.flatMap(({ deliveries }) => deliveries),
  };
};
