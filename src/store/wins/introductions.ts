// Telling the author of a win who would like to hear more: one message for all who tap before it
// leaves, and once about each.
import { randomUUID } from 'node:crypto';
import { NEWS_SECONDS } from '../../domain/roles/requests.ts';
import { lastIntroduction } from '../../domain/wins/wins.ts';
import type { Transaction } from '../database.ts';
import { closeRequests } from '../roles/requests.ts';
import { lockPeople } from '../roles/seat-locks.ts';
import { createPrompts, type Planner } from '../sending/create-prompts.ts';

type Interested = { readonly winId: string; readonly personId: string; readonly authorId: string };

/**
 * Into the message to the author that waits to be sent, or into a new one. Nothing where the author
 * has left.
 */
export const introduce = async (
  tx: Transaction,
  ccgCode: string,
  { winId, personId, authorId }: Interested,
  plan: Planner,
  now: Date,
): Promise<void> => {
  if (!(await lockPeople(tx, ccgCode, [authorId]))) return;
  const requestId =
    (await waitingFor(tx, ccgCode, authorId)) ?? (await add(tx, ccgCode, authorId, plan, now));
  await tx.winTap.updateMany({
    where: { ccgCode, winId, personId, kind: 'interested' },
    data: { requestId },
  });
};

/**
 * Out of the message that waits; with nobody left in it, it is not sent. False where it has left
 * already: who has been told of stays told.
 */
export const leaveIntroduction = async (
  tx: Transaction,
  ccgCode: string,
  { authorId, ...whose }: Omit<Interested, 'personId'> & { readonly personId?: string },
  now: Date,
): Promise<boolean> => {
  const requestId = await waitingFor(tx, ccgCode, authorId);
  if (!requestId) return false;
  const { count } = await tx.winTap.updateMany({
    where: { ccgCode, ...whose, requestId },
    data: { requestId: null },
  });
  await closeEmpty(tx, ccgCode, [requestId], now);
  return count > 0;
};

/** An introduction of nobody is none. */
export const closeEmpty = async (
  tx: Transaction,
  ccgCode: string,
  ids: readonly string[],
  now: Date,
): Promise<void> => {
  const empty = { id: { in: [...ids] }, kind: 'introduction' as const, winTaps: { none: {} } };
  await closeRequests(tx, ccgCode, empty, 'withdrawn', now);
};

/**
 * The message that waits, held as it is, so that it does not leave before this transaction ends.
 */
const waitingFor = async (
  tx: Transaction,
  ccgCode: string,
  authorId: string,
): Promise<string | undefined> => {
  const [open] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id::text FROM "Request"
    WHERE "ccgCode" = ${ccgCode} AND kind = 'introduction' AND state = 'open'
      AND "toId" = ${authorId}::uuid FOR UPDATE`;
  if (!open) return undefined;
  const waiting = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM "Delivery" WHERE "ccgCode" = ${ccgCode} AND state IN ('due', 'held')
      AND "promptId" IN (
        SELECT id FROM "Prompt"
        WHERE "ccgCode" = ${ccgCode} AND "requestId" = ${open.id}::uuid)
    FOR UPDATE`;
  return waiting.length > 0 ? open.id : undefined;
};

/** One at a time is open for each author: what was sent before is done. */
const add = async (
  tx: Transaction,
  ccgCode: string,
  authorId: string,
  plan: Planner,
  now: Date,
): Promise<string> => {
  const [id, about] = [randomUUID(), { ccgCode, kind: 'introduction' as const, toId: authorId }];
  await tx.request.updateMany({
    where: { ...about, state: 'open' },
    data: { state: 'accepted', closedAt: now },
  });
  await tx.request.create({
    data: { ...about, id, createdAt: now, lapsesAt: lastIntroduction(now) },
  });
  const asks = [{ personId: authorId, seconds: NEWS_SECONDS, outcome: 'done' as const }];
  await createPrompts(tx, ccgCode, { about: { requestId: id }, kind: 'request', asks, plan, now });
  return id;
};
