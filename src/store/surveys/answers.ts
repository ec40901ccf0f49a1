// Answers to rounds while they are open. Anonymous and named ones never share a row, nor a table.

import type { Database, Transaction } from '../database.ts';
import { cancelWaiting, markOutdated } from '../sending/create-prompts.ts';
import {
  isAnsweredByColleague,
  recordPracticeAnswer,
  reopenPracticePrompts,
} from './practice-answer.ts';

/** The prompt that is being answered. */
export type AnsweredPrompt = {
  readonly id: string;
  readonly roundId: string;
  readonly personId: string;
  readonly groups: Readonly<Record<string, string>>;
  /**
   * The practice it speaks for, where one answer stands for all of it, and how many questions that
   * takes.
   */
  readonly practiceCode: string | null;
  readonly questions: number;
  /** The message in which it is answered; none where it is answered from Home. */
  readonly tappedTs?: string | undefined;
};

export type AnswerResult = 'counted' | 'counted before' | 'closed' | 'spoken for';

export const answers = (db: Database, ccgCode: string) => ({
  /**
   * Counts an anonymous answer: a receipt without an answer, and one more in each of the person's
   * groups without a person.
   */
  countAnonymously: (
    prompt: AnsweredPrompt,
    question: number,
    option: number,
  ): Promise<AnswerResult> =>
    db.$transaction(async (tx) => {
      const { roundId, personId, groups } = prompt;
      if (await isClosed(tx, ccgCode, roundId)) return 'closed';
      const { count } = await tx.receipt.createMany({
        data: [{ ccgCode, roundId, question, personId }],
        skipDuplicates: true,
      });
      if (count === 0) return 'counted before';
      // in one order everywhere, so that two answers never wait for each other
      for (const [cut, group] of Object.entries(groups).sort())
        await tx.tally.updateMany({
          where: { ccgCode, roundId, question, option, cut, group },
          data: { count: { increment: 1 } },
        });
      await markAnswered(tx, ccgCode, prompt, null);
      return 'counted';
    }),

  /** Stores or changes a named answer. */
  storeByName: (
    prompt: AnsweredPrompt,
    question: number,
    option: number,
    now: Date,
  ): Promise<AnswerResult> =>
    db.$transaction(async (tx) => {
      const { roundId, personId } = prompt;
      if (await isClosed(tx, ccgCode, roundId)) return 'closed';
      const ofPractice = withPractice(prompt);
      if (ofPractice && (await isAnsweredByColleague(tx, ccgCode, ofPractice))) return 'spoken for';
      const key = { ccgCode, roundId, question, personId };
      await tx.answer.upsert({
        where: { ccgCode_roundId_question_personId: key },
        create: { ...key, option },
        update: { option },
      });
      await markAnswered(tx, ccgCode, prompt, now);
      if (ofPractice) await recordPracticeAnswer(tx, ccgCode, ofPractice, prompt.questions);
      return 'counted';
    }),

  /** Takes back a person's named answers, so that they can answer again. */
  takeBack: (prompt: AnsweredPrompt, now: Date): Promise<AnswerResult> =>
    db.$transaction((tx) =>
      deleteAnswers(tx, ccgCode, prompt, { outcome: 'waiting', repliedAt: null }, now),
    ),

  /**
   * Takes back a person's named answers and what they wrote, for good: it is as if they had said
   * “not now”.
   */
  withdraw: (prompt: AnsweredPrompt, now: Date): Promise<AnswerResult> =>
    db.$transaction(async (tx) => {
      const result = await deleteAnswers(
        tx,
        ccgCode,
        prompt,
        { outcome: 'not_now', repliedAt: now },
        now,
      );
      const { roundId, personId } = prompt;
      if (result === 'counted')
        await tx.comment.deleteMany({ where: { ccgCode, roundId, personId } });
      return result;
    }),

  /** Keeps a comment, with its author only where `author` is given. */
  comment: (roundId: string, author: string | null, text: string): Promise<AnswerResult> =>
    db.$transaction(async (tx) => {
      if (await isClosed(tx, ccgCode, roundId)) return 'closed';
      await tx.comment.create({ data: { ccgCode, roundId, text, personId: author } });
      return 'counted';
    }),
});

/** The prompt, where it speaks for a practice. */
const withPractice = ({ practiceCode, ...prompt }: AnsweredPrompt) =>
  practiceCode ? { ...prompt, practiceCode } : undefined;

type AnswerReply = { readonly outcome: 'waiting' | 'not_now'; readonly repliedAt: Date | null };

/**
 * Deletes a person's named answers while that is still theirs to do, and notes what they say now.
 */
const deleteAnswers = async (
  tx: Transaction,
  ccgCode: string,
  prompt: AnsweredPrompt,
  reply: AnswerReply,
  now: Date,
): Promise<AnswerResult> => {
  const { id, roundId, personId, tappedTs } = prompt;
  if (await isClosed(tx, ccgCode, roundId)) return 'closed';
  const ofPractice = withPractice(prompt);
  if (ofPractice && (await isAnsweredByColleague(tx, ccgCode, ofPractice))) return 'spoken for';
  await tx.answer.deleteMany({ where: { ccgCode, roundId, personId } });
  await tx.prompt.update({ where: { ccgCode_id: { ccgCode, id } }, data: reply });
  await markOutdated(tx, ccgCode, { promptId: id }, tappedTs);
  if (ofPractice) await reopenPracticePrompts(tx, ccgCode, ofPractice, now);
  return 'counted';
};

/**
 * Holds the round as it is until this transaction ends: closing waits for the answer, or the answer
 * finds it closed.
 */
const isClosed = async (tx: Transaction, ccgCode: string, roundId: string) => {
  const rows = await tx.$queryRaw<{ closed: boolean }[]>`
    SELECT "closedAt" IS NOT NULL AS closed
    FROM "Round" WHERE "ccgCode" = ${ccgCode} AND id = ${roundId}::uuid FOR SHARE`;
  return rows[0]?.closed ?? true;
};

/** That they answered; when, only where the round is named. */
const markAnswered = async (
  tx: Transaction,
  ccgCode: string,
  { id, tappedTs }: AnsweredPrompt,
  repliedAt: Date | null,
) => {
  await tx.prompt.update({
    where: { ccgCode_id: { ccgCode, id } },
    data: { outcome: 'answered', repliedAt },
  });
  await cancelWaiting(tx, ccgCode, { promptId: id }, 'replied');
  await markOutdated(tx, ccgCode, { promptId: id }, tappedTs);
};
