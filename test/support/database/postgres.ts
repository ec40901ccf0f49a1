// One PostgreSQL for the whole run, with a migrated database that every test file copies.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { joinServer } from '../../../src/store/postgres/embedded/server.ts';
import { migrate } from '../../../src/store/postgres/migrate.ts';

declare module 'vitest' {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

export const TEMPLATE = 'ccg_template';

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'ccg-engage-test-'));
  const server = await joinServer(folder);
  const admin = new pg.Client({ connectionString: server.ownerUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  await migrate(withDatabase(server.ownerUrl, TEMPLATE));
  project.provide('postgresUrl', server.ownerUrl);
  return async () => {
    await server.leave();
    await rm(folder, { recursive: true });
  };
}

export const withDatabase = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: `/${name}` }).href;
