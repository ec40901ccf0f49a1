// A PostgreSQL of somebody else's: whether it can be used, and how many connections it gives us.
import type pg from 'pg';
import { onConnection } from './connection.ts';
import { NEEDED, withLimits } from './limits.ts';
import type { PoolOptions } from './pool.ts';
import { Unusable } from './unusable.ts';

const OLDEST = 15;

type GivenDatabase = { readonly version: number; readonly role: string; readonly most: number };

/**
 * Looks at the server, and says how to connect to it.
 * @throws Unusable where it is too old, or keeps no time limits
 */
export const lookAt = async (databaseUrl: string, size: number): Promise<PoolOptions> => {
  const facts = await onConnection(databaseUrl, readFacts);
  if (facts.version < OLDEST)
    throw new Unusable(
      `DATABASE_URL leads to PostgreSQL ${facts.version}, which is too old. ` +
        `Give the address of PostgreSQL ${OLDEST} or newer.`,
    );
  const limited = withLimits(databaseUrl, facts.version);
  const takesLimits = await onConnection(limited, keepsLimits).catch(refusedOptions);
  if (!takesLimits) await checkOwnLimits(databaseUrl, facts.role);
  const url = takesLimits ? limited : databaseUrl;
  return { url: () => url, size: Math.min(size, facts.most) };
};

/** A limit on the account's connections is kept to, with one left for the command line. */
const readFacts = async (client: pg.Client): Promise<GivenDatabase> => {
  const { rows } = await client.query(`SELECT current_user AS role, rolconnlimit AS most,
    current_setting('server_version_num')::int / 10000 AS version
    FROM pg_roles WHERE rolname = current_user`);
  const { role, most, version } = rows[0];
  return { role, version, most: most < 0 ? Number.POSITIVE_INFINITY : Math.max(1, most - 1) };
};

const keepsLimits = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query(
    `SELECT FROM pg_settings WHERE name = ANY($1) AND setting = '0'`,
    [NEEDED],
  );
  return rows.length === 0;
};

/** A pooler such as pgbouncer takes no startup options. */
const refusedOptions = (error: unknown): false => {
  if (/unsupported startup parameter/.test((error as Error).message)) return false;
  throw error;
};

const checkOwnLimits = async (databaseUrl: string, role: string) => {
  if (await onConnection(databaseUrl, keepsLimits)) return;
  const limits = [
    `ALTER ROLE "${role}" SET idle_in_transaction_session_timeout = '10s';`,
    `ALTER ROLE "${role}" SET lock_timeout = '15s';`,
    `ALTER ROLE "${role}" SET statement_timeout = '20s';`,
  ];
  throw new Unusable(
    'DATABASE_URL leads to a pooler, such as pgbouncer, that passes on no time limits, so a ' +
      'process that stops half way would hold up all others. Give PostgreSQL’s own address, or ' +
      `let PostgreSQL itself keep the limits, and restart the pooler:\n  ${limits.join('\n  ')}`,
  );
};
