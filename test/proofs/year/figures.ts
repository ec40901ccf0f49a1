// What the year took of people, counted from what was truly sent.
import { sql } from '../../support/database/database.ts';
import { YEAR_CCG } from './ccg.ts';
import type { YearContext } from './context.ts';

const LONDON = `(d."sentAt" AT TIME ZONE 'Europe/London')`;
const ASKED = `"Delivery" d JOIN "Prompt" p ON p."ccgCode" = d."ccgCode" AND p.id = d."promptId"
  LEFT JOIN "Request" r ON r."ccgCode" = p."ccgCode" AND r.id = p."requestId"
  LEFT JOIN "Round" o ON o."ccgCode" = p."ccgCode" AND o.id = p."roundId"
  LEFT JOIN "Reminder" m ON m."ccgCode" = p."ccgCode" AND m.id = p."reminderId" WHERE d."ccgCode" = '${YEAR_CCG.code}'`;
const SENT = `${ASKED} AND d.state = 'sent'`;
/**
 * What the weekly limit counts: not what colleagues ask each other, nor what people asked to have
 * once more.
 */
const COUNTED = `d.kind NOT IN ('request', 'again')`;

/** What was asked first, and is late or was never sent for want of room. */
const FIRST = `${ASKED} AND d.kind IN ('invite', 'reminder', 'question')`;
const ASKED_AT = 'coalesce(o."opensAt", m."createdAt", r."createdAt")';
const NO_ROOM =
  `d.state = 'cancelled' AND d.reason IN ('weekly_limit', 'monthly_limit', 'quiet', 'away', ` +
  `'gave_way', 'outside_window', 'round_closed')`;

export type Figures = {
  readonly byKind: ReadonlyMap<string, number>;
  readonly prompts: number;
  /**
   * The most that one person got in one week of what the weekly limit counts, and how much on
   * average.
   */
  readonly mostInWeek: number;
  readonly inWeek: number;
  /**
   * Seconds asked of a GP in a month, all kinds together; `mostWished` with what they asked to have
   * once more.
   */
  readonly gpMonth: { readonly median: number; readonly most: number; readonly mostWished: number };
  readonly mostChases: number;
  /** Of what was sent, or was not for want of room. */
  readonly late: number;
  readonly never: number;
  readonly first: number;
  /** What was planned and did not reach anybody, by its reason. */
  readonly unsent: ReadonlyMap<string, number>;
};

export const readFigures = async (url: string): Promise<Figures> => {
  const one = async (statement: string) => Number((await sql(url, statement))[0]?.['n'] ?? 0);
  const many = async (statement: string) =>
    new Map((await sql(url, statement)).map(({ what, n }) => [String(what), Number(n)]));
  const weeks =
    `SELECT count(*) AS n FROM ${SENT} AND ${COUNTED} GROUP BY d."personId", ` +
    `date_trunc('week', ${LONDON})`;
  const byKind = await many(
    `SELECT concat_ws(', ', coalesce(r.kind::text, d.kind::text), CASE WHEN r."fromId" = p."personId" THEN 'what came of it' END) AS what,
     count(*)::int AS n FROM ${SENT} GROUP BY 1 ORDER BY 2 DESC`,
  );
  const [first, late, never] = await Promise.all(
    [
      `${FIRST} AND (d.state = 'sent' OR ${NO_ROOM})`,
      `${FIRST} AND d.state = 'sent' AND d."sentAt" > ${ASKED_AT} + interval '7 days'`,
      `${FIRST} AND ${NO_ROOM}`,
    ].map((rows) => one(`SELECT count(*) AS n FROM ${rows}`)),
  );
  return {
    byKind,
    prompts: [...byKind.values()].reduce((sum, number) => sum + number, 0),
    mostInWeek: await one(`SELECT max(n) AS n FROM (${weeks}) AS w`),
    inWeek: (await one(`SELECT sum(n) AS n FROM (${weeks}) AS w`)) / (await one(PERSON_WEEKS)),
    gpMonth: {
      median: await one(
        `SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS n FROM (${GP_MONTHS}) AS g`,
      ),
      most: await one(`SELECT max(seconds) AS n FROM (${GP_MONTHS}) AS g`),
      mostWished: await one(`SELECT max(wished) AS n FROM (${GP_MONTHS}) AS g`),
    },
    mostChases: await one(`SELECT max(d.turn) AS n FROM ${SENT} AND d.kind = 'chase'`),
    ...{ first: first ?? 0, late: late ?? 0, never: never ?? 0 },
    unsent: await many(
      `SELECT concat_ws(', ', state, reason) AS what, count(*)::int AS n FROM "Delivery" ` +
        `WHERE "ccgCode" = '${YEAR_CCG.code}' AND state <> 'sent' GROUP BY 1 ORDER BY 2 DESC`,
    ),
  };
};

const HERE =
  `"Person" h WHERE h."ccgCode" = '${YEAR_CCG.code}' AND h."leftAt" IS NULL AND ` +
  'h."deactivatedAt" IS NULL AND h."engagementLead" = false';
const PERSON_WEEKS = `SELECT count(*) * 52 AS n FROM ${HERE}`;

const IN_MONTH =
  `SELECT sum(p.seconds) FROM ${SENT} AND d."personId" = h.id AND date_trunc('month', ` +
  `${LONDON}) = month`;

/**
 * Each GP who is still here at the end, in each of the twelve months, also where nothing was asked.
 */
const GP_MONTHS = `
  SELECT h.id, month, coalesce((${IN_MONTH} AND d.kind <> 'again'), 0) AS seconds, coalesce((${IN_MONTH}), 0) AS wished
  FROM "Person" h CROSS JOIN generate_series('2026-09-01'::timestamp, '2027-08-01', '1 month') AS month
  WHERE ${HERE.split(' WHERE ')[1]} AND h.profession = 'gp'`;

/** One block of lines, to be read by people. */
export const describeFigures = (
  figures: Figures,
  { tally, truth, people }: YearContext,
  seed: number,
  seconds: number,
): string => {
  const { byKind, prompts, mostInWeek, inWeek, gpMonth, mostChases, first, late, never, unsent } =
    figures;
  const list = (numbers: ReadonlyMap<string, number>) =>
    [...numbers].map(([what, number]) => `${what}: ${number}`).join('; ');
  const minutes = (asked: number) => (asked / 60).toFixed(1);
  const share = (number: number) => `${((100 * number) / Math.max(1, first)).toFixed(1)} %`;
  return [
    '',
    `A year of 40 practices and ${people.length} people at default settings, dice ${seed}, ` +
      `in ${Math.round(seconds)} s`,
    `  minutes asked of a GP in a month: median ${minutes(gpMonth.median)}, highest ` +
      `${minutes(gpMonth.most)}, of at most 3 (${minutes(gpMonth.mostWished)} with what they ` +
      'asked to have once more)',
    `  prompts a person in a week: ${inWeek.toFixed(2)} on average, the most ${mostInWeek}, ` +
      `of at most 1; chases of one thing: at most ${mostChases}`,
    `  of ${first} things asked: ${share(late)} held for more than a week, ${share(never)} ` +
      'never sent for want of room',
    `  prompts sent: ${prompts}, that is ${(prompts / people.length).toFixed(1)} a person ` +
      `and ${(prompts / Math.max(1, truth.size())).toFixed(1)} a seat held at its end ` +
      `(${truth.size()})`,
    `  by kind: ${list(byKind)}`,
    `  planned and not sent: ${list(unsent)}`,
    `  what happened: ${list(new Map([...tally].sort(([a], [b]) => a.localeCompare(b))))}`,
    '',
  ].join('\n');
};
