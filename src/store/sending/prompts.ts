// Prompts: what we ask of one person, as they see it and as they reply.

import type { RequestView } from '../../domain/roles/requests.ts';
import type { PlannedPrompt } from '../../domain/sending/budget.ts';
import type { Reservation } from '../../domain/sending/capacity.ts';
import type { Prompt } from '../../domain/sending/prompt.ts';
import { addDays, startOfMonth } from '../../domain/time/calendar.ts';
import type { Database } from '../database.ts';
import { toView, withNames } from '../roles/request-view.ts';
import { cancelWaiting, markOutdated } from './create-prompts.ts';
import { readPrompt } from './read-prompt.ts';
import { readReservations } from './reservations.ts';

/** A prompt in a list: what it is called, or the request it is about. */
export type WaitingPrompt = {
  readonly id: string;
  readonly title: string;
  readonly request: RequestView | null;
};

export const prompts = (db: Database, ccgCode: string) => ({
  /** A prompt with all that its message shows. */
  view: (id: string): Promise<Prompt | undefined> => readPrompt(db, ccgCode, id),

  /** Prompts that have reached a person and wait for a reply, with what they are called. */
  waitingFor: async (personId: string): Promise<WaitingPrompt[]> => {
    const isOpen = {
      OR: [
        { reminderId: { not: null } },
        { round: { closedAt: null } },
        { request: { state: 'open' as const } },
      ],
    };
    const reached = {
      outcome: 'waiting' as const,
      deliveries: { some: { state: 'sent' as const } },
    };
    const rows = await db.prompt.findMany({
      where: { ccgCode, personId, ...reached, ...isOpen },
      include: { round: true, reminder: true, request: { include: withNames } },
    });
    return Promise.all(
      rows.map(async ({ id, round, reminder, request }) => ({
        id,
        title: round?.title ?? reminder?.text ?? '',
        request: request && (await toView(db, request)),
      })),
    );
  },

  /**
   * Stores what a person said to a prompt, and cancels what would still have been sent about it.
   */
  reply: (
    id: string,
    outcome: 'done' | 'not_now' | 'not_for_me',
    now: Date | null,
    tappedTs?: string,
  ): Promise<void> =>
    db.$transaction(async (tx) => {
      await tx.prompt.update({
        where: { ccgCode_id: { ccgCode, id } },
        data: { outcome, repliedAt: now },
      });
      await cancelWaiting(tx, ccgCode, { promptId: id }, 'replied');
      await markOutdated(tx, ccgCode, { promptId: id }, tappedTs);
    }),

  /** What a person was sent since the month before, and what waits for them. */
  planned: async (personId: string, now: Date): Promise<PlannedPrompt[]> => {
    const where = {
      ccgCode,
      personId,
      slot: { not: null },
      dueAt: { gt: startOfMonth(addDays(startOfMonth(now), -1)) },
    };
    const rows = await db.delivery.findMany({ where, include: { prompt: true } });
    return rows.map(({ dueAt, slot, state, reason, prompt }) => ({
      ...{ dueAt, reason, slot: slot ?? 1, seconds: prompt.seconds },
      isWaiting: state === 'due' || state === 'held',
    }));
  },

  /** What people's weeks and months hold already. */
  reservations: (personIds: readonly string[], now: Date): Promise<Map<string, Reservation[]>> =>
    readReservations(db, ccgCode, personIds, now),
});
