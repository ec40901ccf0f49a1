// What is true of a register at every moment, looked for in the tables themselves. Each fault is a
// line of words; none is the rule.
import { replay } from '../../../src/domain/roles/replay.ts';
import { sql } from '../../support/database/database.ts';
import type { World } from './two-ccgs.ts';

/** Every way in which the register of a CCG is not as it must be. */
export const faultsIn = async (world: World): Promise<string[]> => [
  ...(await faultsInTables(world)),
  ...(await faultsInHistory(world)),
];

const faultsInTables = async ({ databaseUrl, code }: World): Promise<string[]> => {
  const parts = Object.entries(rules).map(
    ([fault, select]) => `SELECT '${fault}' AS fault, about::text FROM (${select}) AS found(about)`,
  );
  const rows = await sql(databaseUrl, parts.join('\nUNION ALL\n'), [code]);
  return rows.map(({ fault, about }) => `${fault}: ${about}`);
};

const HELD =
  '"Holding" h JOIN "Person" p ON p."ccgCode" = h."ccgCode" AND p.id = h."personId" AND ' +
  'h.until IS NULL AND h."ccgCode" = $1';
const WHERE_HELD = `concat_ws(' ', h."roleKey", h."practiceCode", h.locality, p.name)`;
const OPEN =
  '"Request" r LEFT JOIN "Person" f ON f."ccgCode" = r."ccgCode" AND f.id = r."fromId" LEFT ' +
  'JOIN "Person" t ON t."ccgCode" = r."ccgCode" AND t.id = r."toId"';
const GONE = (person: string) =>
  `(${person}."leftAt" IS NOT NULL OR ${person}."deactivatedAt" IS NOT NULL)`;

const rules: Readonly<Record<string, string>> = {
  'more holders than the role has seats': `
    SELECT concat_ws(' ', h."roleKey", h."practiceCode", h.locality, count(*)) FROM ${HELD}
    JOIN "Role" o ON o."ccgCode" = h."ccgCode" AND o.key = h."roleKey"
    GROUP BY h."roleKey", h."practiceCode", h.locality, o.seats HAVING count(*) > o.seats`,
  'a seat number that two have, or that the role has not': `
    SELECT concat_ws(' ', h."roleKey", h."practiceCode", h.locality, h.seat) FROM ${HELD}
    JOIN "Role" o ON o."ccgCode" = h."ccgCode" AND o.key = h."roleKey"
    GROUP BY h."roleKey", h."practiceCode", h.locality, h.seat, o.seats HAVING count(*) > 1 OR h.seat NOT BETWEEN 1 AND o.seats`,
  'two holdings of one person in one role and place at the same time': `
    SELECT concat_ws(' ', a."roleKey", a."practiceCode", a.locality, a."personId") FROM "Holding" a JOIN "Holding" b
    ON a."ccgCode" = b."ccgCode" AND a.id < b.id AND a."personId" = b."personId" AND a."roleKey" = b."roleKey"
    AND a."practiceCode" IS NOT DISTINCT FROM b."practiceCode" AND a.locality IS NOT DISTINCT FROM b.locality
    AND a.since < coalesce(b.until, 'infinity') AND b.since < coalesce(a.until, 'infinity') WHERE a."ccgCode" = $1`,
  'a holding that ended before it began': `SELECT "roleKey" FROM "Holding" WHERE "ccgCode" = $1 AND until < since`,
  'a seat held by somebody who has left or whose account is deactivated': `
    SELECT ${WHERE_HELD} FROM ${HELD} WHERE ${GONE('p')}`,
  'a seat held at a practice that has closed': `
    SELECT ${WHERE_HELD} FROM ${HELD} JOIN "Practice" c ON c."ccgCode" = h."ccgCode" AND c.code = h."practiceCode" WHERE c."closedOn" IS NOT NULL`,
  'a seat held at a practice whose list its holder is not on': `
    SELECT ${WHERE_HELD} FROM ${HELD} WHERE h."practiceCode" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Membership" m
    WHERE m."ccgCode" = h."ccgCode" AND m."personId" = p.id AND m."practiceCode" = h."practiceCode" AND m.until IS NULL)`,
  'a seat held for a locality without an open practice': `
    SELECT ${WHERE_HELD} FROM ${HELD} WHERE h.locality IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "Practice" c
    WHERE c."ccgCode" = h."ccgCode" AND c.locality = h.locality AND c."closedOn" IS NULL)`,
  'a seat held of a role that was taken out': `
    SELECT ${WHERE_HELD} FROM ${HELD} JOIN "Role" o ON o."ccgCode" = h."ccgCode" AND o.key = h."roleKey" WHERE o."retiredAt" IS NOT NULL`,
  'an open request about a holding that has ended': `
    SELECT concat_ws(' ', r.kind, r.state) FROM "Request" r JOIN "Holding" h ON h."ccgCode" = r."ccgCode" AND h.id = r."holdingId"
    WHERE r."ccgCode" = $1 AND r.state = 'open' AND h.until IS NOT NULL`,
  'an open request by or to somebody who has gone': `
    SELECT concat_ws(' ', r.kind, f.name, t.name) FROM ${OPEN}
    WHERE r."ccgCode" = $1 AND r.state = 'open' AND (${GONE('f')} OR ${GONE('t')})`,
  'a cover by or for somebody who has gone': `
    SELECT concat_ws(' ', f.name, t.name) FROM ${OPEN}
    WHERE r."ccgCode" = $1 AND r.kind = 'cover' AND r.state = 'accepted' AND (${GONE('f')} OR ${GONE('t')})`,
};

const faultsInHistory = async ({ home: ccgStore }: World): Promise<string[]> => {
  const [changes, { holdings }] = await Promise.all([ccgStore.history.all(), ccgStore.register()]);
  const told = new Set(replay(changes).map((held) => say(held)));
  const held = new Set(
    holdings.map(({ person, ...holding }) => say({ ...holding, personId: person.id })),
  );
  return [
    ...[...held]
      .filter((line) => !told.has(line))
      .map((line) => `held, and history does not say so: ${line}`),
    ...[...told]
      .filter((line) => !held.has(line))
      .map((line) => `not held, and history says so: ${line}`),
  ];
};

type Held = ReturnType<typeof replay>[number];

const say = ({ personId, roleKey, practiceCode, locality, confirmed }: Held) =>
  [roleKey, practiceCode, locality, personId, confirmed ? 'confirmed' : 'to be confirmed']
    .filter(Boolean)
    .join(' ');
