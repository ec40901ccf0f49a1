// Prompts: what we ask of one person, and the places their deliveries take in their weeks.
import { randomUUID } from 'node:crypto';
import type { Plan, Reservation } from '../domain/planning.ts';
import { type Round, surveySchema } from '../domain/surveys.ts';
import { type Database, lockBudgets, type Transaction } from './database.ts';
import type { DeliveryKind, DeliveryReason, PromptOutcome } from './generated/prisma/enums.ts';
import type { DeliveryWhereInput } from './generated/prisma/models.ts';

/** One person to be asked. */
export type Ask = { readonly personId: string; readonly seconds: number };

/** Decides when each person gets theirs, from the places their weeks have left. Called inside the transaction that reserves them. */
export type Planner = (
  personId: string,
  reservations: readonly Reservation[],
) => Plan | { readonly noRoom: Plan['reason'] | 'outside_window' };

export type PromptView = {
  readonly id: string;
  readonly personId: string;
  readonly seconds: number;
  readonly outcome: PromptOutcome;
  readonly groups: Readonly<Record<string, string>>;
  /** The person who asks. */
  readonly askedBy: string;
  readonly round: Round | null;
  readonly reminder: { readonly id: string; readonly text: string; readonly link: string | null } | null;
  /** Questions answered so far, with the option where the round is named. */
  readonly answered: ReadonlyMap<number, number | null>;
  readonly isFirstContact: boolean;
};

export const prompts = (db: Database, ccgCode: string) => ({
  /** A prompt with all that its message shows. */
  view: async (id: string): Promise<PromptView | undefined> => {
    const row = await db.prompt.findUnique({
      where: { ccgCode_id: { ccgCode, id } },
      include: { round: { include: { opener: true } }, reminder: { include: { author: true } }, person: true },
    });
    if (!row) return undefined;
    const { round, reminder, person } = row;
    return {
      ...row,
      groups: row.groups as Record<string, string>,
      askedBy: (round?.opener ?? reminder?.author)?.name ?? '',
      round: round && { ...round, survey: surveySchema.parse(round.survey) },
      answered: round ? await answered(db, ccgCode, round.id, row.personId) : new Map(),
      isFirstContact: person.firstContactAt === null,
    };
  },

  /** Prompts that have reached a person and wait for a reply, with what they are called. */
  waitingFor: async (personId: string): Promise<{ id: string; title: string }[]> => {
    const isOpen = { OR: [{ round: null }, { round: { closedAt: null } }] };
    const reached = { outcome: 'waiting' as const, deliveries: { some: { state: 'sent' as const } } };
    const rows = await db.prompt.findMany({
      where: { ccgCode, personId, ...reached, ...isOpen },
      include: { round: true, reminder: true },
    });
    return rows.map(({ id, round, reminder }) => ({ id, title: round?.title ?? reminder?.text ?? '' }));
  },

  /** Stores what a person said to a prompt, and cancels what would still have been sent about it. */
  reply: (id: string, outcome: 'done' | 'not_now', now: Date | null): Promise<void> =>
    db.$transaction(async (tx) => {
      await tx.prompt.update({ where: { ccgCode_id: { ccgCode, id } }, data: { outcome, repliedAt: now } });
      await cancelWaiting(tx, ccgCode, { promptId: id }, 'replied');
    }),

  /** What people's weeks and months hold already. */
  reservations: (personIds: readonly string[]): Promise<Map<string, Reservation[]>> => readReservations(db, ccgCode, personIds),
});

type NewPrompts = {
  readonly about: { readonly roundId: string } | { readonly reminderId: string };
  readonly kind: DeliveryKind;
  readonly asks: readonly (Ask & { readonly groups?: Readonly<Record<string, string>> })[];
  readonly plan: Planner;
  readonly now: Date;
};

/** Adds a prompt and its first delivery for each person, planned under the lock that gives out places. */
export const addPrompts = async (
  tx: Transaction,
  ccgCode: string,
  { about, kind, asks, plan, now }: NewPrompts,
): Promise<void> => {
  await lockBudgets(tx, ccgCode);
  const reservations = await readReservations(
    tx,
    ccgCode,
    asks.map(({ personId }) => personId),
  );
  const rows = asks.map((ask) => ({
    ...ask,
    id: randomUUID(),
    planned: plan(ask.personId, reservations.get(ask.personId) ?? []),
  }));
  await tx.prompt.createMany({
    data: rows.map(({ id, personId, seconds, groups = {} }) => ({ ccgCode, id, personId, seconds, groups, ...about })),
  });
  await tx.delivery.createMany({
    data: rows.map(({ id, personId, planned }) => ({ ccgCode, promptId: id, personId, kind, ...toDelivery(planned, now) })),
  });
};

/** How a plan is written on a delivery. Without room it is cancelled from the start, with the reason for all to see. */
export const toDelivery = (plan: ReturnType<Planner>, now: Date) =>
  'noRoom' in plan
    ? { state: 'cancelled' as const, reason: plan.noRoom, dueAt: now, ...noPlace }
    : {
        state: plan.reason ? ('held' as const) : ('due' as const),
        reason: plan.reason,
        dueAt: plan.dueAt,
        week: new Date(plan.week),
        place: plan.place,
      };

/** Cancels deliveries that are still waiting, and gives back their places in people's weeks. */
export const cancelWaiting = (
  tx: Transaction,
  ccgCode: string,
  which: DeliveryWhereInput,
  reason: DeliveryReason,
): Promise<unknown> =>
  tx.delivery.updateMany({
    where: { ...which, ccgCode, state: { in: ['due', 'held'] } },
    data: { state: 'cancelled', reason, ...noPlace },
  });

const noPlace = { week: null, place: null } as const;

type PlacedDelivery = Reservation & { readonly deliveryId: string };

export const readReservations = async (
  db: Database | Transaction,
  ccgCode: string,
  personIds: readonly string[],
): Promise<Map<string, PlacedDelivery[]>> => {
  const rows = await db.delivery.findMany({
    where: { ccgCode, personId: { in: [...personIds] }, place: { not: null } },
    select: { id: true, personId: true, dueAt: true, place: true, prompt: { select: { seconds: true } } },
  });
  const placed = rows.map(({ id, prompt, place, ...row }) => ({
    ...row,
    deliveryId: id,
    place: place ?? 1,
    seconds: prompt.seconds,
  }));
  return Map.groupBy(placed, ({ personId }) => personId);
};

const answered = async (
  db: Database,
  ccgCode: string,
  roundId: string,
  personId: string,
): Promise<Map<number, number | null>> => {
  const [receipts, answers] = await Promise.all([
    db.receipt.findMany({ where: { ccgCode, roundId, personId } }),
    db.answer.findMany({ where: { ccgCode, roundId, personId } }),
  ]);
  return new Map([
    ...receipts.map(({ question }) => [question, null] as const),
    ...answers.map(({ question, option }) => [question, option] as const),
  ]);
};
