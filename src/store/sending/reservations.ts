// What is planned in people's weeks and months already, and what of it can still be displaced.

import { goesAtOnce, lastNews } from '../../domain/roles/requests.ts';
import type { Reservation } from '../../domain/sending/capacity.ts';
import { lastMoment } from '../../domain/sending/reminders.ts';
import { addDays } from '../../domain/time/calendar.ts';
import type { Database, Transaction } from '../database.ts';
import type { Prisma } from '../generated/prisma/client.ts';

/** By person. What is longer ago than any month counts nowhere. */
export const readReservations = async (
  db: Database | Transaction,
  ccgCode: string,
  personIds: readonly string[],
  now: Date,
): Promise<Map<string, Reservation[]>> => {
  const rows = await db.delivery.findMany({
    where: {
      ccgCode,
      personId: { in: [...personIds] },
      slot: { not: null },
      dueAt: { gt: addDays(now, -MAX_MONTH_DAYS) },
    },
    include: { prompt: { include: withSubject } },
  });
  return Map.groupBy(
    rows.map((row) => toReservation(row, now)),
    ({ personId }) => personId,
  );
};

const MAX_MONTH_DAYS = 31;

/** What a prompt is about. */
export const withSubject = { round: true, reminder: true, request: true } as const;

type RowWithSubject = Prisma.PromptGetPayload<{ include: typeof withSubject }>;

/**
 * When a delivery has lost its point: its round has closed, its task is due, its request has
 * lapsed. News of one's own request keeps for some weeks.
 */
export const endOf = (prompt: RowWithSubject, now: Date): Date => {
  const { round, reminder, request, againAt } = prompt;
  if (round) return round.closesAt;
  if (reminder) return lastMoment(reminder.doneBy, againAt ?? reminder.createdAt);
  return request && !isNewsOf(prompt) ? request.lapsesAt : lastNews(now);
};

/** Whether it tells somebody what became of their own request. */
export const isNewsOf = ({
  personId,
  request,
}: Pick<RowWithSubject, 'personId' | 'request'>): boolean =>
  request !== null && goesAtOnce(request.kind) && request.fromId === personId;

type ReservationRow = Prisma.DeliveryGetPayload<{
  include: { prompt: { include: typeof withSubject } };
}>;

const toReservation = (
  { id, personId, dueAt, slot, state, prompt }: ReservationRow,
  now: Date,
) => ({
  personId,
  dueAt,
  slot: slot ?? 1,
  seconds: prompt.seconds,
  ...(state === 'due' || state === 'held' ? { movable: toMovable(id, prompt, now) } : {}),
});

const toMovable = (id: string, prompt: RowWithSubject, now: Date) => ({
  id,
  title: prompt.round?.title ?? prompt.reminder?.text ?? null,
  after: prompt.againAt,
  before: endOf(prompt, now),
});
