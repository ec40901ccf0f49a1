// The invented CCG with as many practices as a real one has: their people, who leads, and surveys
// that have closed.
import { randomUUID } from 'node:crypto';
import { DEMO_CCG } from '../../src/demo.ts';
import { surveyTemplates } from '../../src/domain/surveys/survey-templates.ts';
import type { TestWorld } from './bot/world.ts';
import { sql } from './database/database.ts';

const PRACTICES_A_LOCALITY = 14;
/** The invented CCG's own. */
const FIRST = 12;

/**
 * Keeps or adds practices until there are so many, with two people each; every third has a lead.
 */
export const growTo = async ({ databaseUrl: url }: TestWorld, practices: number): Promise<void> => {
  const { code } = DEMO_CCG;
  await sql(
    url,
    `UPDATE "Practice" SET "closedOn" = '2026-09-01' WHERE "ccgCode" = '${code}' AND code > ` +
      `'Y99' || lpad('${practices}', 3, '0')`,
  );
  await sql(
    url,
    `INSERT INTO "Practice" ("ccgCode", code, name, address, postcode, locality)
     SELECT '${code}', 'Z' || n, 'The Long-Named Medical Centre and Branch Surgery number ' || n, '1 High Street', 'ZF1 1AA',
       'Neighbourhood of ' || chr(65 + n / ${PRACTICES_A_LOCALITY} % 26) || 'shire and the villages around it ' || n / ${PRACTICES_A_LOCALITY}
     FROM generate_series(${FIRST + 1}, ${practices}) AS n`,
  );
  await sql(
    url,
    `WITH people AS (
       INSERT INTO "Person" ("ccgCode", id, name, email, profession)
       SELECT "ccgCode", gen_random_uuid(), 'Dr ' || code || ' ' || n, code || n || '@fernshire.example', 'gp'
       FROM "Practice", generate_series(1, 2) AS n WHERE "ccgCode" = '${code}' AND code LIKE 'Z%' RETURNING id, email)
     INSERT INTO "Membership" ("ccgCode", "personId", "practiceCode", since, "onRoster", "confirmedAt")
     SELECT '${code}', id, regexp_replace(email, '.@.*', ''), '2026-09-01', true, '2026-09-01' FROM people`,
  );
  await sql(
    url,
    `INSERT INTO "Holding" ("ccgCode", id, "roleKey", seats, seat, "practiceCode", "personId", since, "confirmedAt")
     SELECT DISTINCT ON (m."practiceCode") '${code}', gen_random_uuid(), r.key, r.seats, 1, m."practiceCode", m."personId", '2026-09-01'::timestamptz, '2026-09-01'::timestamptz
     FROM "Membership" m JOIN "Role" r ON r."ccgCode" = m."ccgCode" AND r.key = 'practice_lead'
     WHERE m."ccgCode" = '${code}' AND m."practiceCode" LIKE 'Z%' AND substr(m."practiceCode", 2)::int % 3 = 0`,
  );
  for (const month of ['06', '07', '08']) await addClosedRound(url, `2026-${month}-15`);
};

/** The pulse, answered by everyone who has a person's number that is even. */
const addClosedRound = async (url: string, day: string) => {
  const [pulse] = surveyTemplates;
  const [id, code] = [randomUUID(), DEMO_CCG.code];
  const results = pulse?.questions.map(({ options }, question) => ({
    question,
    cut: 'all',
    groups: [
      {
        group: 'everyone',
        shown: { kind: 'counts', counts: options.map((_, option) => 9 + option) },
      },
    ],
  }));
  await sql(
    url,
    `INSERT INTO "Round" ("ccgCode", id, template, title, survey, audience, anonymous, threshold, "openedBy", "opensAt", "closesAt", "closedAt", results)
     SELECT '${code}', '${id}', $1, $2, $3, '{"kind":"everyone"}', true, 10, p.id, '${day}', '${day}'::date + 5, '${day}'::date + 5, $4
     FROM "Person" p WHERE p."ccgCode" = '${code}' AND p."engagementLead" LIMIT 1`,
    [pulse?.key, pulse?.title, JSON.stringify(pulse), JSON.stringify(results)],
  );
  await sql(
    url,
    `WITH asked AS (
       INSERT INTO "Prompt" ("ccgCode", id, "personId", "roundId", seconds, outcome)
       SELECT DISTINCT ON ("personId") '${code}', gen_random_uuid(), "personId", '${id}'::uuid, 30, (CASE WHEN ascii("personId"::text) % 2 = 0 THEN 'answered' ELSE 'waiting' END)::"PromptOutcome"
       FROM "Membership" WHERE "ccgCode" = '${code}' RETURNING id, "personId")
     INSERT INTO "Delivery" ("ccgCode", id, "promptId", "personId", kind, state, "dueAt", "sentAt")
     SELECT '${code}', gen_random_uuid(), id, "personId", 'invite', 'sent', '${day}', '${day}' FROM asked`,
  );
};
