// Requests: putting them to people, and closing them, each once.
import { randomUUID } from 'node:crypto';
import type { RequestView } from '../../domain/roles/requests.ts';
import {
  goesAtOnce,
  isWorthTelling,
  NEWS_SECONDS,
  REQUEST_SECONDS,
  type RequestKind,
  type RequestState,
} from '../../domain/roles/requests.ts';
import { type Database, lockBudgets, type Transaction } from '../database.ts';
import type { RequestModel, RequestWhereInput } from '../generated/prisma/models.ts';
import {
  cancelWaiting,
  createPrompts,
  markOutdated,
  type Planner,
} from '../sending/create-prompts.ts';
import { toView, withNames } from './request-view.ts';
import { lockPeople, lockSeat } from './seat-locks.ts';

export type NewRequest = {
  readonly kind: RequestKind;
  readonly fromId?: string | null;
  readonly toId?: string;
  readonly holdingId?: string;
  readonly roleKey?: string;
  readonly practiceCode?: string | null;
  readonly locality?: string | null;
  readonly until?: Date;
  readonly lapsesAt: Date;
  /** The people it is put to. */
  readonly recipients: readonly string[];
  readonly plan: Planner;
};

export const requests = (db: Database, ccgCode: string) => ({
  find: async (id: string): Promise<RequestView | undefined> => {
    const row = await db.request.findUnique({
      where: { ccgCode_id: { ccgCode, id } },
      include: withNames,
    });
    return row ? toView(db, row) : undefined;
  },

  /** Puts a request to people. False where the same is open already. */
  open: (request: NewRequest, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      await lockBudgets(tx, ccgCode);
      return (await addRequest(tx, ccgCode, request, now)) !== undefined;
    }),

  /** An offer of a seat to one colleague takes the place of an offer to another. */
  offer: (request: NewRequest & { readonly holdingId: string }, now: Date): Promise<boolean> =>
    db.$transaction(async (tx) => {
      const { holdingId, kind } = request;
      await lockBudgets(tx, ccgCode);
      if (!(await lockParties(tx, ccgCode, request))) return false;
      await closeRequests(
        tx,
        ccgCode,
        { holdingId, kind, toId: { not: request.toId ?? null } },
        'withdrawn',
        now,
      );
      return (await addRequest(tx, ccgCode, request, now)) !== undefined;
    }),

  /**
   * One person would rather not. Where nobody is left who might, a colleague's request is declined,
   * and they are told.
   */
  decline: (
    id: string,
    personId: string,
    isDeclinable: boolean,
    tell: Planner,
    now: Date,
  ): Promise<void> =>
    db.$transaction(async (tx) => {
      await lockBudgets(tx, ccgCode);
      await tx.prompt.updateMany({
        where: { ccgCode, requestId: id, personId, outcome: 'waiting' },
        data: { outcome: 'not_now', repliedAt: now },
      });
      const left = await tx.prompt.count({ where: { ccgCode, requestId: id, outcome: 'waiting' } });
      if (isDeclinable && left === 0)
        await closeRequests(tx, ccgCode, { id }, 'declined', now, tell);
    }),
});

/** Whether those it is between, and the seat it is about, are still there. */
const lockParties = async (
  tx: Transaction,
  ccgCode: string,
  { fromId, toId, holdingId }: Partial<NewRequest>,
) => {
  const people = [fromId, toId].filter((id) => id != null);
  return (
    (await lockPeople(tx, ccgCode, people)) &&
    (holdingId === undefined || (await lockSeat(tx, ccgCode, holdingId)))
  );
};

/**
 * Adds a request with a prompt for each recipient. Nothing where the same is open already, or what
 * it is about has gone.
 */
export const addRequest = async (
  tx: Transaction,
  ccgCode: string,
  { recipients, plan, ...request }: NewRequest,
  now: Date,
): Promise<string | undefined> => {
  if (!(await lockParties(tx, ccgCode, request))) return undefined;
  const id = randomUUID();
  const { count } = await tx.request.createMany({
    data: [{ ccgCode, id, createdAt: now, ...request }],
    skipDuplicates: true,
  });
  if (count === 0) return undefined;
  const asks = recipients.map((personId) => ({ personId, seconds: REQUEST_SECONDS }));
  const kind = goesAtOnce(request.kind) ? 'request' : 'question';
  await createPrompts(tx, ccgCode, { about: { requestId: id }, kind, asks, plan, now });
  return id;
};

/**
 * Closes open requests, each once, and cancels what was not sent yet. With `tell`, the one who
 * asked hears what became of it.
 */
export const closeRequests = async (
  tx: Transaction,
  ccgCode: string,
  which: RequestWhereInput,
  state: Exclude<RequestState, 'open'>,
  now: Date,
  tell?: Planner,
): Promise<number> => {
  const closed = await tx.request.updateManyAndReturn({
    where: { ...which, ccgCode, state: 'open' },
    data: { state, closedAt: now },
  });
  for (const request of closed) {
    await cancelWaiting(tx, ccgCode, { prompt: { requestId: request.id } }, 'request_closed');
    // “Still me” is as good a reply after the term as before
    const isStillOpen = request.kind === 'term' && state === 'lapsed';
    if (!isStillOpen) await markOutdated(tx, ccgCode, { prompt: { requestId: request.id } });
    if (tell && isWorthTelling(request.kind, state))
      await tellAsker(tx, ccgCode, request, tell, now);
  }
  return closed.length;
};

/**
 * News is a prompt that wants no reply, and as it answers one's own request, it does not wait for
 * the end of quiet time.
 */
const tellAsker = async (
  tx: Transaction,
  ccgCode: string,
  { id, fromId }: RequestModel,
  plan: Planner,
  now: Date,
) => {
  if (!fromId) return;
  const asks = [{ personId: fromId, seconds: NEWS_SECONDS, outcome: 'done' as const }];
  const atOnce: Planner = (person, reservations) =>
    plan({ ...person, quietUntil: null }, reservations);
  await createPrompts(tx, ccgCode, {
    about: { requestId: id },
    kind: 'request',
    asks,
    plan: atOnce,
    now,
  });
};
