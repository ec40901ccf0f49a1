// Rounds that have closed: finding them again, and what a lead answers to what members said.

import type { ClosedRound } from '../../domain/summary/facts.ts';
import type { ResultTable } from '../../domain/surveys/anonymity.ts';
import type { Audience } from '../../domain/surveys/audience.ts';
import type { Database } from '../database.ts';
import type { RoundModel } from '../generated/prisma/models.ts';
import { record } from '../roles/history.ts';
import { toRound } from './rounds.ts';

/** More rounds of a kind than a trend shows. */
const MAX_ALIKE = 24;

export const closedRounds = (db: Database, ccgCode: string) => {
  const closed = { ccgCode, closedAt: { not: null } };
  return {
    /** The latest that closed, newest first. */
    closed: async (take?: number): Promise<ClosedRound[]> => {
      const rows = await db.round.findMany({
        where: closed,
        orderBy: { closedAt: 'desc' },
        ...(take ? { take } : {}),
      });
      return rows.map(toClosed);
    },

    /**
     * Those of the same series, and those of the same template that asked the same audience in the
     * same way, newest first.
     */
    alike: async (id: string): Promise<ClosedRound[]> => {
      const round = await db.round.findUniqueOrThrow({ where: { ccgCode_id: { ccgCode, id } } });
      const { seriesId, template, unit, audience } = round;
      const sameWay = { template, unit, audience: { equals: audience ?? {} } };
      const rows = await db.round.findMany({
        where: { ...closed, OR: [sameWay, ...(seriesId ? [{ seriesId }] : [])] },
        orderBy: { closedAt: 'desc' },
        take: MAX_ALIKE,
      });
      return rows.map(toClosed);
    },

    /**
     * Those that a lead has answered since a moment, for somebody to read: of one practice only
     * where they were asked.
     */
    respondedSince: async (since: Date, personId: string): Promise<ClosedRound[]> => {
      const where = { ...closed, respondedAt: { gt: since } };
      const rows = await db.round.findMany({
        where,
        include: { prompts: { where: { personId }, take: 1 } },
      });
      return rows
        .filter(
          ({ audience, prompts }) =>
            prompts.length > 0 || (audience as Audience).practiceCode === undefined,
        )
        .map(({ prompts: _, ...row }) => toClosed(row));
    },

    /** Keeps what a lead answers to it, in place of what was there. False while it is open. */
    respond: (id: string, response: string, actorId: string, now: Date): Promise<boolean> =>
      db.$transaction(async (tx) => {
        const { count } = await tx.round.updateMany({
          where: { ...closed, id },
          data: { response, respondedAt: now },
        });
        if (count > 0) await record(tx, ccgCode, now, { kind: 'loop_closed', actorId, about: id });
        return count > 0;
      }),
  };
};

const toClosed = (row: RoundModel): ClosedRound => ({
  ...toRound(row),
  results: row.results as ResultTable[] | null,
});
