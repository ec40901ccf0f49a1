// Prompts: what we ask of one person, as they see it and as they reply.
import type { PlannedPrompt } from '../../domain/sending/budget.ts';
import type { Reservation } from '../../domain/sending/capacity.ts';
import { type Round, surveySchema } from '../../domain/surveys/surveys.ts';
import { addDays, startOfMonth } from '../../domain/time/calendar.ts';
import type { Database } from '../database.ts';
import type { PromptOutcome } from '../generated/prisma/enums.ts';
import { type RequestView, toView, withNames } from '../roles/request-view.ts';
import { cancelWaiting, markOutdated } from './create-prompts.ts';
import { readReservations } from './reservations.ts';

export type PromptView = {
  readonly id: string;
  readonly personId: string;
  readonly seconds: number;
  readonly outcome: PromptOutcome;
  readonly groups: Readonly<Record<string, string>>;
  /** The person who asks. */
  readonly askedBy: string;
  readonly round: Round | null;
  readonly reminder: ReminderView | null;
  /** When they would rather be reminded. */
  readonly againAt: Date | null;
  /** The message in which they were reminded once more, where there is one. */
  readonly lastReminded: { readonly id: string; readonly sentAt: Date | null } | null;
  readonly request: RequestView | null;
  /** When the person last declared their interests. */
  readonly interestsAt: Date | null;
  /** The practice it speaks for, where one lead answers for all of it. */
  readonly practiceCode: string | null;
  readonly practiceName: string | null;
  /** The colleague who has answered for it. */
  readonly answeredBy: string | null;
  /** Questions answered so far, with the option where the round is named. */
  readonly answered: ReadonlyMap<number, number | null>;
  readonly isFirstContact: boolean;
};

export type ReminderView = {
  readonly id: string;
  readonly text: string;
  readonly link: string | null;
  readonly doneBy: Date | null;
  /** The engagement leads see who has done it. */
  readonly named: boolean;
};

/** A prompt in a list: what it is called, or the request it is about. */
export type WaitingPrompt = {
  readonly id: string;
  readonly title: string;
  readonly request: RequestView | null;
};

export const prompts = (db: Database, ccgCode: string) => ({
  /** A prompt with all that its message shows. */
  view: async (id: string): Promise<PromptView | undefined> => {
    const row = await db.prompt.findUnique({
      where: { ccgCode_id: { ccgCode, id } },
      include: {
        round: { include: { opener: true } },
        reminder: { include: { author: true } },
        request: { include: withNames },
        person: true,
        deliveries: { where: { kind: 'again', state: 'sent' }, orderBy: { turn: 'desc' }, take: 1 },
      },
    });
    if (!row) return undefined;
    const { round, reminder, request, person, deliveries } = row;
    return {
      ...row,
      groups: row.groups as Record<string, string>,
      askedBy: (round?.opener ?? reminder?.author ?? request?.from)?.name ?? '',
      request: request && (await toView(db, request)),
      lastReminded: deliveries[0] ?? null,
      interestsAt: person.interestsAt,
      ...(await practiceVoice(db, row)),
      round: round && { ...round, survey: surveySchema.parse(round.survey) },
      answered: round ? await answered(db, ccgCode, round.id, row.personId) : new Map(),
      isFirstContact: person.firstContactAt === null,
    };
  },

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

type SpokenFor = { ccgCode: string; roundId: string | null; practiceCode: string | null };

const practiceVoice = async (db: Database, { ccgCode, roundId, practiceCode }: SpokenFor) => {
  if (practiceCode === null) return { practiceName: null, answeredBy: null };
  const [practice, spoken] = await Promise.all([
    db.practice.findUnique({ where: { ccgCode_code: { ccgCode, code: practiceCode } } }),
    db.prompt.findFirst({
      where: { ccgCode, roundId, practiceCode, outcome: 'answered' },
      include: { person: true },
    }),
  ]);
  return { practiceName: practice?.name ?? practiceCode, answeredBy: spoken?.person.name ?? null };
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
