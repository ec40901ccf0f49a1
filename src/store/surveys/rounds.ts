// Rounds of surveys: opening them and reading how they went. Answers are in answers.ts, closing in
// close-round.ts.
import type { ResultTable } from '../../domain/surveys/anonymity.ts';
import type { Groups } from '../../domain/surveys/answer-groups.ts';
import type { Audience } from '../../domain/surveys/audience.ts';
import { asPractices, type Unit } from '../../domain/surveys/practice-unit.ts';
import type { NamedAnswer } from '../../domain/surveys/results/question.ts';
import { type Round, type Survey, surveySchema } from '../../domain/surveys/surveys.ts';
import type { Database } from '../database.ts';
import type {
  DeliveryKind,
  DeliveryReason,
  DeliveryState,
  PromptOutcome,
} from '../generated/prisma/enums.ts';
import type { RoundModel } from '../generated/prisma/models.ts';
import { record } from '../roles/history.ts';
import { createPrompts, type Planner, type PromptRequest } from '../sending/create-prompts.ts';
import { noteSent, type PlannedSeries } from '../sending/series.ts';

export type NewRound = Pick<
  Round,
  'id' | 'template' | 'title' | 'survey' | 'anonymous' | 'threshold' | 'chases' | 'closesAt'
> & {
  readonly audience: Audience;
  readonly unit?: Unit;
  readonly openedBy: string;
  /** The groups each person's answers count in; empty for a named round. */
  readonly groups: ReadonlyMap<string, Groups>;
};

/**
 * A round with everyone it reached and what they did, a practice each where practices answer, and
 * where each of its messages stands.
 */
export type RoundWithTurnout = Round & {
  readonly audience: Audience;
  readonly results: readonly ResultTable[] | null;
  readonly turnout: readonly { readonly personId: string; readonly outcome: PromptOutcome }[];
  readonly deliveries: readonly {
    readonly kind: DeliveryKind;
    readonly turn: number;
    readonly state: DeliveryState;
    readonly reason: DeliveryReason | null;
    readonly dueAt: Date;
  }[];
};

export const rounds = (db: Database, ccgCode: string) => ({
  /**
   * Opens a round: its prompts, their slots in people's weeks, and empty counts. All or nothing;
   * nothing a second time with the same id, or where this time of the series it is of has passed.
   */
  open: (
    round: NewRound,
    asks: readonly PromptRequest[],
    plan: Planner,
    now: Date,
    of?: PlannedSeries,
  ): Promise<void> =>
    db.$transaction(async (tx) => {
      if (of && !(await noteSent(tx, ccgCode, of, now))) return;
      const { groups, ...rest } = round;
      const row = { ccgCode, ...rest, opensAt: now, seriesId: of?.id ?? null };
      const { count } = await tx.round.createMany({ data: [row], skipDuplicates: true });
      if (count === 0) return;
      const withGroups = asks.map((ask) => ({ ...ask, groups: groups.get(ask.personId) ?? {} }));
      await createPrompts(tx, ccgCode, {
        about: { roundId: round.id },
        kind: 'invite',
        asks: withGroups,
        plan,
        now,
      });
      if (round.anonymous)
        await tx.tally.createMany({
          data: emptyTallies(ccgCode, round.id, round.survey, [...groups.values()]),
        });
      await record(tx, ccgCode, now, {
        kind: 'round_opened',
        actorId: round.openedBy,
        about: round.id,
      });
    }),

  find: async (id: string): Promise<RoundWithTurnout | undefined> => {
    const row = await db.round.findUnique({ where: { ccgCode_id: { ccgCode, id } } });
    return row ? withTurnout(db, row) : undefined;
  },

  /** The rounds of the CCG, newest first, with whom they reached and what people did. */
  recent: async (take: number): Promise<RoundWithTurnout[]> => {
    const rows = await db.round.findMany({
      where: { ccgCode },
      orderBy: { opensAt: 'desc' },
      take,
    });
    return Promise.all(rows.map((row) => withTurnout(db, row)));
  },

  /** Rounds whose closing time has come. */
  dueToClose: async (now: Date): Promise<string[]> =>
    (
      await db.round.findMany({
        where: { ccgCode, closedAt: null, closesAt: { lte: now } },
        select: { id: true },
      })
    ).map(({ id }) => id),

  /** Who answered what in a named round, by name. */
  namedAnswers: async (roundId: string): Promise<NamedAnswer[]> => {
    const rows = await db.answer.findMany({
      where: { ccgCode, roundId, round: { anonymous: false } },
      include: { person: true },
    });
    return rows
      .map(({ question, option, person: { name } }) => ({ question, option, name }))
      .sort((a, b) => a.name.localeCompare(b.name));
  },

  /**
   * The comments of a closed round in the order of the alphabet, with their authors where the round
   * is named.
   */
  comments: async (roundId: string): Promise<{ text: string; author: string | null }[]> => {
    const where = { ccgCode, roundId, round: { closedAt: { not: null } } };
    const rows = await db.comment.findMany({
      where,
      orderBy: { text: 'asc' },
      include: { person: true },
    });
    return rows.map(({ text, person }) => ({ text, author: person?.name ?? null }));
  },
});

/** When the next open round of any CCG closes. */
export const nextClosing = async (db: Database, now: Date): Promise<Date | undefined> =>
  (
    await db.round.findFirst({
      where: { closedAt: null, closesAt: { gt: now } },
      orderBy: { closesAt: 'asc' },
    })
  )?.closesAt;

export const toRound = ({ survey, ...row }: RoundModel): Round => ({
  ...row,
  survey: surveySchema.parse(survey),
});

const withTurnout = async (db: Database, row: RoundModel): Promise<RoundWithTurnout> => {
  const prompts = await db.prompt.findMany({
    where: { ccgCode: row.ccgCode, roundId: row.id },
    include: { deliveries: true },
  });
  const reached = prompts.filter(({ deliveries }) =>
    deliveries.some(({ state }) => state === 'sent'),
  );
  return {
    ...toRound(row),
    audience: row.audience as Audience,
    results: row.results as ResultTable[] | null,
    turnout: (row.unit === 'practice' ? asPractices(reached) : reached).map(
      ({ personId, outcome }) => ({ personId, outcome }),
    ),
    deliveries: prompts.flatMap(({ deliveries }) => deliveries),
  };
};

const emptyTallies = (
  ccgCode: string,
  roundId: string,
  survey: Survey,
  groups: readonly Groups[],
) => {
  const cuts = new Map(
    groups
      .flatMap((each) => Object.entries(each))
      .map(([cut, group]) => [`${cut} ${group}`, { cut, group }]),
  );
  return [...cuts.values()].flatMap((cut) =>
    survey.questions.flatMap(({ options }, question) =>
      options.map((_, option) => ({ ccgCode, roundId, question, ...cut, option })),
    ),
  );
};
