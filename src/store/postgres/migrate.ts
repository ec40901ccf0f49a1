// Applies prisma/migrations in Prisma's own bookkeeping, because Prisma's engine is a download that
// many machines cannot make. `prisma migrate deploy` and `status`, where they can run, agree with
// what this leaves behind.
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type pg from 'pg';
import { onConnection } from './connection.ts';
import { LONG_WORK } from './limits.ts';

const FOLDER = new URL('../../../prisma/migrations/', import.meta.url);
/** The advisory lock that Prisma itself takes while it migrates. */
const PRISMA_MIGRATION_LOCK = 72707369;

type Migration = { name: string; sql: string; checksum: string };
type Applied = { migration_name: string; checksum: string; finished_at: Date | null };

/**
 * Brings the database up to this code. Safe when several processes start at once: one applies, the
 * others wait and find it done. Where there is nothing to apply, nobody is waited for.
 * @throws a sentence that says what to do where the database is newer, half migrated, or was
 * migrated from an edited file
 */
export const migrate = (databaseUrl: string): Promise<void> =>
  onConnection(databaseUrl, async (client) => {
    if (!(await isUpToDate(client))) await applyPending(client);
  });

const isUpToDate = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query(`SELECT to_regclass('_prisma_migrations') AS bookkeeping`);
  const isFilled = rows[0].bookkeeping !== null;
  return isFilled && pending(readMigrations(), await readApplied(client)).length === 0;
};

/**
 * Applies the migrations still to apply: all of them, or only those named. Each is a transaction
 * of its own, in which nobody else migrates: nothing is locked beyond it, so a process that died
 * or froze half way leaves nothing behind, through a pooler too.
 */
export const applyPending = async (client: pg.Client, only?: readonly string[]): Promise<void> => {
  let isDone = false;
  while (!isDone) isDone = await whileNobodyMigrates(client, () => applyNext(client, only));
};

/** Work in one transaction in which no other process changes tables; who wants to, waits. */
export const whileNobodyMigrates = async <T>(
  client: pg.Client,
  work: () => Promise<T>,
): Promise<T> => {
  await client.query(`BEGIN; ${LONG_WORK}`);
  try {
    await client.query('SELECT pg_advisory_xact_lock($1)', [PRISMA_MIGRATION_LOCK]);
    await client.query(BOOKKEEPING);
    await client.query('LOCK TABLE _prisma_migrations IN EXCLUSIVE MODE'); // waits for backups
    const done = await work();
    await client.query('COMMIT');
    return done;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {}); // the connection is gone, and so is the work
    throw error;
  }
};

/** True where there was none. */
const applyNext = async (client: pg.Client, only?: readonly string[]): Promise<boolean> => {
  const all = pending(readMigrations(), await readApplied(client));
  const next = all.find(({ name }) => !only || only.includes(name));
  if (next) await apply(client, next);
  return next === undefined;
};

/** The migrations that a migrated database has. */
export const readApplied = async (client: pg.Client): Promise<Applied[]> => {
  const columns = 'migration_name, checksum, finished_at';
  return (
    await client.query(
      `SELECT ${columns} FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY ` +
        'migration_name',
    )
  ).rows;
};

/**
 * The migrations still to apply, in order. Throws where what was applied does not fit the files.
 */
export const pending = (migrations: Migration[], applied: Applied[]): Migration[] => {
  const byName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { migration_name: name, checksum, finished_at } of applied) {
    const file = byName.get(name);
    if (!file)
      throw new Error(
        `The database has the migration ${name}, which this version does not know. Run the ` +
          'newer version that made it.',
      );
    if (!finished_at)
      throw new Error(
        `The migration ${name} stopped half way. Restore a backup, or mend it and mark it ` +
          'with prisma migrate resolve.',
      );
    if (checksum !== file.checksum)
      throw new Error(
        `The migration ${name} was edited after it was applied. Put the file back and add a ` +
          'new migration.',
      );
  }
  const done = new Set(applied.map((row) => row.migration_name));
  return migrations.filter(({ name }) => !done.has(name));
};

/** The migrations that this code knows, in order. */
export const readMigrations = (): Migration[] =>
  readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({
      name,
      sql: readFileSync(new URL(`${name}/migration.sql`, FOLDER), 'utf8'),
    }))
    .map((migration) => ({
      ...migration,
      checksum: createHash('sha256').update(migration.sql).digest('hex'),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const apply = (client: pg.Client, { name, sql, checksum }: Migration) => {
  const row = [randomUUID(), checksum, name].map((value) => client.escapeLiteral(value)).join(', ');
  const record =
    'INSERT INTO _prisma_migrations (id, checksum, migration_name, finished_at, ' +
    `applied_steps_count) VALUES (${row}, now(), 1)`;
  return client.query(`${sql}; ${record}`);
};

const BOOKKEEPING = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64) NOT NULL, finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL, logs TEXT, rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(), applied_steps_count INTEGER NOT NULL DEFAULT 0)`;
