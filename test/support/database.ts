// A database of its own for a test.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { TEMPLATE, withDatabase } from './postgres.ts';

/** A copy of the migrated database, or an empty one. */
export const newDatabase = async (isEmpty = false): Promise<string> => {
  const url = inject('postgresUrl');
  const name = `test_${randomBytes(5).toString('hex')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${isEmpty ? 'template0' : TEMPLATE}`);
  await admin.end();
  return withDatabase(url, name);
};

/** Runs one statement and returns its rows. */
export const sql = async (url: string, statement: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement, values)).rows;
  } finally {
    await client.end();
  }
};
