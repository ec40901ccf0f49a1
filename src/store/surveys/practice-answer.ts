// Rounds in which one lead answers for their practice: whose answer counts, and what becomes of the
// other's prompt.

import type { Transaction } from '../database.ts';
import { cancelWaiting, markOutdated } from '../sending/create-prompts.ts';

type PracticePrompt = {
  readonly id: string;
  readonly roundId: string;
  readonly personId: string;
  readonly practiceCode: string;
};

/**
 * Holds the prompts of a practice, so that leads who answer at the same moment follow one another.
 * Whether a colleague has answered.
 */
export const isAnsweredByColleague = async (
  tx: Transaction,
  ccgCode: string,
  { id, roundId, practiceCode }: PracticePrompt,
): Promise<boolean> => {
  const rows = await tx.$queryRaw<{ id: string; outcome: string }[]>`
    SELECT id::text, outcome::text
    FROM "Prompt" WHERE "ccgCode" = ${ccgCode} AND "roundId" = ${roundId}::uuid
      AND "practiceCode" = ${practiceCode} ORDER BY id FOR UPDATE`;
  return rows.some((row) => row.id === id && row.outcome === 'spoken_for');
};

/**
 * Once all questions are answered, the practice has spoken: nothing more is asked of its other
 * leads.
 */
export const recordPracticeAnswer = async (
  tx: Transaction,
  ccgCode: string,
  prompt: PracticePrompt,
  questions: number,
): Promise<void> => {
  const { roundId, personId, practiceCode, id } = prompt;
  if ((await tx.answer.count({ where: { ccgCode, roundId, personId } })) < questions) return;
  const others = {
    ccgCode,
    roundId,
    practiceCode,
    id: { not: id },
    outcome: { in: ['waiting' as const, 'answered' as const] },
  };
  await closeOtherPrompts(tx, ccgCode, roundId, await tx.prompt.findMany({ where: others }));
};

/**
 * The answer for a practice was taken back: its other leads may answer again, and what was not sent
 * to them yet waits for a place.
 */
export const reopenPracticePrompts = async (
  tx: Transaction,
  ccgCode: string,
  prompt: PracticePrompt,
  now: Date,
): Promise<void> => {
  const { roundId, practiceCode, id } = prompt;
  const reopened = await tx.prompt.updateManyAndReturn({
    where: { ccgCode, roundId, practiceCode, id: { not: id }, outcome: 'spoken_for' },
    data: { outcome: 'waiting' },
  });
  const theirs = { promptId: { in: reopened.map((each) => each.id) } };
  await tx.delivery.updateMany({
    where: { ccgCode, ...theirs, state: 'cancelled', reason: 'spoken_for' },
    data: { state: 'due', reason: null, dueAt: now },
  });
  await markOutdated(tx, ccgCode, theirs);
};

/**
 * People who leave take their answers with them: those they gave for a practice are open to its
 * other leads again.
 */
export const withdrawPracticeAnswers = async (
  tx: Transaction,
  ccgCode: string,
  personId: string,
  now: Date,
): Promise<void> => {
  const spoken = await tx.prompt.updateManyAndReturn({
    where: {
      ccgCode,
      personId,
      practiceCode: { not: null },
      outcome: 'answered',
      round: { closedAt: null },
    },
    data: { outcome: 'waiting', repliedAt: null },
  });
  for (const { roundId, practiceCode, ...prompt } of spoken)
    if (roundId && practiceCode)
      await reopenPracticePrompts(tx, ccgCode, { ...prompt, roundId, practiceCode }, now);
};

/**
 * At closing, where several leads of a practice have begun and none has finished: the one who got
 * furthest speaks for it.
 */
export const keepOnePracticeAnswer = async (
  tx: Transaction,
  ccgCode: string,
  roundId: string,
): Promise<void> => {
  const prompts = await tx.prompt.findMany({
    where: { ccgCode, roundId, outcome: 'answered' },
    orderBy: { id: 'asc' },
  });
  const rows = await tx.answer.groupBy({
    by: ['personId'],
    where: { ccgCode, roundId },
    _count: true,
  });
  const given = new Map(rows.map(({ personId, _count }) => [personId, _count]));
  const answers = ({ personId }: { personId: string }) => given.get(personId) ?? 0;
  for (const leads of Map.groupBy(prompts, ({ practiceCode }) => practiceCode).values()) {
    const [, ...others] = leads.sort((a, b) => answers(b) - answers(a));
    await closeOtherPrompts(tx, ccgCode, roundId, others);
  }
};

const closeOtherPrompts = async (
  tx: Transaction,
  ccgCode: string,
  roundId: string,
  prompts: readonly { readonly id: string; readonly personId: string }[],
) => {
  const ids = { in: prompts.map(({ id }) => id) };
  await tx.answer.deleteMany({
    where: { ccgCode, roundId, personId: { in: prompts.map(({ personId }) => personId) } },
  });
  await tx.prompt.updateMany({
    where: { ccgCode, id: ids },
    data: { outcome: 'spoken_for', repliedAt: null },
  });
  await cancelWaiting(tx, ccgCode, { promptId: ids }, 'spoken_for');
  await markOutdated(tx, ccgCode, { promptId: ids });
};
