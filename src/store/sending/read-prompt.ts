// Reads a prompt with all that its message shows: its own row first, then the subject of its kind.
import type {
  Prompt,
  ReminderPrompt,
  RequestPrompt,
  SurveyPrompt,
} from '../../domain/sending/prompt.ts';
import type { Database } from '../database.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { toView, withNames } from '../roles/request-view.ts';
import { toRound } from '../surveys/rounds.ts';

export const readPrompt = async (
  db: Database,
  ccgCode: string,
  id: string,
): Promise<Prompt | undefined> => {
  const row = await db.prompt.findUnique({
    where: { ccgCode_id: { ccgCode, id } },
    include: { person: true },
  });
  if (row?.roundId) return surveyPrompt(db, row, row.roundId);
  if (row?.reminderId) return reminderPrompt(db, row, row.reminderId);
  return row?.requestId ? requestPrompt(db, row, row.requestId) : undefined;
};

type PromptRow = Prisma.PromptGetPayload<{ include: { person: true } }>;

const surveyPrompt = async (
  db: Database,
  row: PromptRow,
  roundId: string,
): Promise<SurveyPrompt> => {
  const [{ opener, ...round }, practice, answered] = await Promise.all([
    db.round.findUniqueOrThrow({
      where: { ccgCode_id: { ccgCode: row.ccgCode, id: roundId } },
      include: { opener: true },
    }),
    readPractice(db, row),
    readAnswered(db, row),
  ]);
  return {
    ...baseOf(row, opener.name),
    ...practice,
    kind: 'survey',
    round: toRound(round),
    groups: row.groups as Record<string, string>,
    practiceCode: row.practiceCode,
    answered,
  };
};

const reminderPrompt = async (
  db: Database,
  row: PromptRow,
  reminderId: string,
): Promise<ReminderPrompt> => {
  const { ccgCode } = row;
  const [{ author, ...reminder }, lastReminded] = await Promise.all([
    db.reminder.findUniqueOrThrow({
      where: { ccgCode_id: { ccgCode, id: reminderId } },
      include: { author: true },
    }),
    db.delivery.findFirst({
      where: { ccgCode, promptId: row.id, kind: 'again', state: 'sent' },
      orderBy: { turn: 'desc' },
    }),
  ]);
  return {
    ...baseOf(row, author.name),
    kind: 'reminder',
    reminder,
    againAt: row.againAt,
    lastReminded,
  };
};

const requestPrompt = async (
  db: Database,
  row: PromptRow,
  requestId: string,
): Promise<RequestPrompt> => {
  const request = await db.request.findUniqueOrThrow({
    where: { ccgCode_id: { ccgCode: row.ccgCode, id: requestId } },
    include: withNames,
  });
  return {
    ...baseOf(row, request.from?.name ?? ''),
    kind: 'request',
    request: await toView(db, request),
    interestsAt: row.person.interestsAt,
  };
};

const baseOf = ({ id, personId, seconds, outcome, person }: PromptRow, askedBy: string) => ({
  ...{ id, personId, seconds, outcome, askedBy },
  isFirstContact: person.firstContactAt === null,
});

/** The practice it speaks for, and the colleague who has answered for it. */
const readPractice = async (db: Database, { ccgCode, roundId, practiceCode }: PromptRow) => {
  if (practiceCode === null) return { practiceName: null, answeredBy: null };
  const [practice, reply] = await Promise.all([
    db.practice.findUnique({ where: { ccgCode_code: { ccgCode, code: practiceCode } } }),
    db.prompt.findFirst({
      where: { ccgCode, roundId, practiceCode, outcome: 'answered' },
      include: { person: true },
    }),
  ]);
  return { practiceName: practice?.name ?? practiceCode, answeredBy: reply?.person.name ?? null };
};

const readAnswered = async (
  db: Database,
  { ccgCode, roundId, personId }: PromptRow,
): Promise<Map<number, number | null>> => {
  const where = { ccgCode, roundId: roundId ?? '', personId };
  const [receipts, answers] = await Promise.all([
    db.receipt.findMany({ where }),
    db.answer.findMany({ where }),
  ]);
  return new Map([
    ...receipts.map(({ question }) => [question, null] as const),
    ...answers.map(({ question, option }) => [question, option] as const),
  ]);
};
