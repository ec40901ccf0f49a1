// Closing a round: its tables are made once, and what they were made from is deleted.
import { makeTables, plainTables, type Tally } from '../../domain/surveys/anonymity.ts';
import type { Round } from '../../domain/surveys/surveys.ts';
import type { Database, Transaction } from '../database.ts';
import { record } from '../roles/history.ts';
import { cancelWaiting, markOutdated } from '../sending/create-prompts.ts';
import { keepOnePracticeAnswer } from './practice-answer.ts';
import { toRound } from './rounds.ts';

/** Closes a round. A second closing, here or in another process, changes nothing. */
export const closeRound = async (
  db: Database,
  ccgCode: string,
  id: string,
  now: Date,
): Promise<void> => {
  const closed = await db.$transaction(async (tx) => {
    const [row] = await tx.$queryRaw<{ open: boolean }[]>`
      SELECT "closedAt" IS NULL AS open
      FROM "Round" WHERE "ccgCode" = ${ccgCode} AND id = ${id}::uuid FOR UPDATE`;
    if (!row?.open) return undefined;
    const round = toRound(
      await tx.round.findUniqueOrThrow({ where: { ccgCode_id: { ccgCode, id } } }),
    );
    if (round.unit === 'practice') await keepOnePracticeAnswer(tx, ccgCode, id);
    const results = round.anonymous
      ? await closeAnonymous(tx, ccgCode, round)
      : plainTables(await namedTallies(tx, ccgCode, round));
    await cancelWaiting(tx, ccgCode, { prompt: { roundId: id } }, 'round_closed');
    await markOutdated(tx, ccgCode, { prompt: { roundId: id } });
    await tx.round.update({
      where: { ccgCode_id: { ccgCode, id } },
      data: { closedAt: now, results },
    });
    await record(tx, ccgCode, now, { kind: 'round_closed', about: id });
    return round;
  });
  if (closed?.anonymous) await clearDeleted(db);
};

/**
 * PostgreSQL keeps deleted rows on their pages, with who wrote them when, until it tidies up. It
 * does so now, where the account may.
 */
const clearDeleted = (db: Database) => db.$executeRaw`VACUUM "Tally", "Receipt", "Comment"`;

const closeAnonymous = async (tx: Transaction, ccgCode: string, round: Round) => {
  const where = { ccgCode, roundId: round.id };
  const rows = await tx.tally.findMany({ where });
  await tx.tally.deleteMany({ where });
  await tx.receipt.deleteMany({ where });
  await rewriteComments(tx, ccgCode, round);
  return makeTables(toTallies(round, rows), round.threshold);
};

/**
 * Rewrites the comments in alphabetical order, so that nothing in the database tells in
 * which order they came. Where fewer people answered than may be shown they are deleted: that these
 * people answered is still known.
 */
const rewriteComments = async (
  tx: Transaction,
  ccgCode: string,
  { id: roundId, threshold }: Round,
) => {
  const where = { ccgCode, roundId };
  const comments = await tx.comment.findMany({ where, select: { text: true } });
  await tx.comment.deleteMany({ where });
  if ((await tx.prompt.count({ where: { ...where, outcome: 'answered' } })) < threshold) return;
  const texts = comments.map(({ text }) => text).sort();
  await tx.comment.createMany({ data: texts.map((text) => ({ ...where, text })) });
};

const namedTallies = async (tx: Transaction, ccgCode: string, round: Round) => {
  const rows = await tx.answer.groupBy({
    by: ['question', 'option'],
    where: { ccgCode, roundId: round.id },
    _count: true,
  });
  return toTallies(
    round,
    rows.map(({ question, option, _count }) => ({
      question,
      option,
      cut: 'all',
      group: 'everyone',
      count: _count,
    })),
  );
};

type Counted = {
  readonly question: number;
  readonly cut: string;
  readonly group: string;
  readonly option: number;
  readonly count: number;
};

const toTallies = (round: Round, rows: readonly Counted[]): Tally[] =>
  [...Map.groupBy(rows, ({ question, cut, group }) => JSON.stringify([question, cut, group]))]
    .sort()
    .map(([key, counted]) => {
      const [question, cut, group] = JSON.parse(key) as [number, string, string];
      const options = round.survey.questions[question]?.options ?? [];
      return {
        question,
        cut,
        group,
        counts: options.map(
          (_, option) => counted.find((row) => row.option === option)?.count ?? 0,
        ),
      };
    });
