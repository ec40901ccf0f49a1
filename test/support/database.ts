// A database of its own for a test, copied from the migrated one.
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { TEMPLATE, withDatabase } from './postgres.ts';

export const newDatabase = async (): Promise<string> => {
  const url = inject('postgresUrl');
  const name = `test_${randomBytes(5).toString('hex')}`;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE}`);
  await admin.end();
  return withDatabase(url, name);
};
