// What the year took of people, counted from what was truly sent.
import { sql } from './database.ts';
import type { Stage } from './year-stage.ts';

const SENT = `"Delivery" d JOIN "Prompt" p ON p."ccgCode" = d."ccgCode" AND p.id = d."promptId"
  LEFT JOIN "Request" r ON r."ccgCode" = p."ccgCode" AND r.id = p."requestId" WHERE d."ccgCode" = '98Y' AND d.state = 'sent'`;
const LONDON = `(d."sentAt" AT TIME ZONE 'Europe/London')`;

export type Figures = {
  readonly byKind: ReadonlyMap<string, number>;
  readonly prompts: number;
  /** The most that one person got in one week of what the weekly limit counts. */
  readonly mostInWeek: number;
  readonly mostSecondsInMonth: number;
  /** What was planned and did not reach anybody, by its reason. */
  readonly unsent: ReadonlyMap<string, number>;
};

const one = (rows: readonly Record<string, unknown>[]) => Number(rows[0]?.['n'] ?? 0);

const asMap = (rows: readonly Record<string, unknown>[]) => new Map(rows.map(({ what, n }) => [String(what), Number(n)]));

export const readFigures = async (url: string): Promise<Figures> => {
  const byKind = asMap(
    await sql(
      url,
      `SELECT concat(r.kind, CASE WHEN r."fromId" = p."personId" THEN ', what came of it' ELSE '' END) AS what, count(*)::int AS n FROM ${SENT} GROUP BY 1 ORDER BY 2 DESC`,
    ),
  );
  const counted = `SELECT count(*)::int AS n FROM ${SENT} AND d.kind <> 'request' GROUP BY d."personId", date_trunc('week', ${LONDON}) ORDER BY 1 DESC LIMIT 1`;
  const seconds = `SELECT sum(p.seconds)::int AS n FROM ${SENT} GROUP BY d."personId", date_trunc('month', ${LONDON}) ORDER BY 1 DESC LIMIT 1`;
  const unsent = `SELECT concat_ws(', ', state, reason) AS what, count(*)::int AS n FROM "Delivery" WHERE "ccgCode" = '98Y' AND state <> 'sent' GROUP BY 1 ORDER BY 2 DESC`;
  return {
    byKind,
    prompts: [...byKind.values()].reduce((sum, number) => sum + number, 0),
    mostInWeek: one(await sql(url, counted)),
    mostSecondsInMonth: one(await sql(url, seconds)),
    unsent: asMap(await sql(url, unsent)),
  };
};

/** One block of lines, to be read by people. */
export const sayFigures = (figures: Figures, { tally, truth, people }: Stage, seed: number, seconds: number): string => {
  const { byKind, prompts, mostInWeek, mostSecondsInMonth, unsent } = figures;
  const list = (numbers: ReadonlyMap<string, number>) => [...numbers].map(([what, number]) => `${what}: ${number}`).join('; ');
  return [
    '',
    `A year of 40 practices and ${people.length} people, dice ${seed}, in ${Math.round(seconds)} s`,
    `  prompts sent: ${prompts}, that is ${(prompts / people.length).toFixed(1)} a person and ${(prompts / Math.max(1, truth.size())).toFixed(1)} a seat held at its end (${truth.size()})`,
    `  by kind: ${list(byKind)}`,
    `  planned and not sent: ${list(unsent)}`,
    `  the most for one person in one week, of what the limit counts: ${mostInWeek}`,
    `  the most asked of one person in a month: ${mostSecondsInMonth} seconds`,
    `  what happened: ${list(new Map([...tally].sort(([a], [b]) => a.localeCompare(b))))}`,
    '',
  ].join('\n');
};
