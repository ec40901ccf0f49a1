// A database of its own for a test.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { TEMPLATE, withDatabase } from './postgres.ts';

/** A copy of the migrated database, or an empty one. */
export const newDatabase = (isEmpty = false): Promise<string> =>
  copyDatabase(isEmpty ? 'template0' : TEMPLATE);

/** A database with all that another holds, byte by byte. Nobody may be connected to the other. */
export const copyOf = (url: string): Promise<string> => copyDatabase(nameOf(url));

/** Where a test makes more of them than a disk should hold. */
export const dropDatabase = (url: string): Promise<unknown> =>
  sql(inject('postgresUrl'), `DROP DATABASE ${nameOf(url)}`);

const nameOf = (url: string) => new URL(url).pathname.slice(1);

const copyDatabase = async (original: string): Promise<string> => {
  const url = inject('postgresUrl');
  const name = `test_${randomBytes(5).toString('hex')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${original}`);
  await admin.end();
  return withDatabase(url, name);
};

/** Runs one statement and returns its rows. */
export const sql = async (
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
};

/** How many wait in this client's database for somebody else's lock. */
export const waitingForLocks = async (client: pg.Client): Promise<number> => {
  const { rows } = await client.query(
    'SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND ' +
      `wait_event_type = 'Lock'`,
  );
  return Number(rows[0]?.n);
};
