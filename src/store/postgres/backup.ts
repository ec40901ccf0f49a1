// A backup: everything as it stood at one moment, in one file, while the bot goes on working.
import { randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { type CopyToStreamQuery, to as copyTo } from 'pg-copy-streams';
import { BackupError, END_OF_ROWS, sealed, writeHeader } from './backup-file.ts';
import { onConnection } from './connection.ts';
import { hasData } from './embedded/folder.ts';
import { LONG_WORK } from './limits.ts';
import { asOwner, type DataLocation } from './location.ts';
import { readApplied } from './migrate.ts';
import { readSequences, readTables, type Table } from './tables.ts';

export type Amount = { readonly tables: number; readonly rows: number };

/**
 * Writes a backup to a new file that only its owner can read; it has its name once it is whole.
 * @throws BackupMistake where there is nothing to back up, or the file is there already or cannot
 * be written
 */
export const backUp = async (place: DataLocation, path: string, now: Date): Promise<Amount> => {
  if (existsSync(path))
    throw new BackupError(`${path} is there already, and was left as it is. Give another name.`);
  if (!place.databaseUrl && !hasData(place.dataDir)) throw new BackupError(nothingIn(place));
  const partial = `${path}.${randomBytes(4).toString('hex')}.partial`;
  try {
    const amount = await asOwner(place, (url) =>
      onConnection(url, (client) => write(client, place, partial, now)),
    );
    await rename(partial, path);
    return amount;
  } catch (error) {
    throw isAboutFile(error) ? new BackupError(cannotWrite(path, error.code)) : error;
  } finally {
    await rm(partial, { force: true });
  }
};

const nothingIn = ({ databaseUrl, dataDir }: DataLocation) =>
  'There is nothing to back up here. I looked in ' +
  `${databaseUrl ? 'the database of DATABASE_URL' : resolve(dataDir)}. ` +
  'See that DATA_DIR or DATABASE_URL is the one the bot uses.';

const cannotWrite = (path: string, code = '') =>
  `${path} cannot be written (${code}). See that its folder is there, that you may write in ` +
  'it, and that it has room.';

const isAboutFile = (error: unknown): error is NodeJS.ErrnoException =>
  ['open', 'write', 'fsync'].includes((error as NodeJS.ErrnoException).syscall ?? '');

const write = async (
  client: pg.Client,
  place: DataLocation,
  path: string,
  now: Date,
): Promise<Amount> => {
  await begin(client, place);
  const tables = await readTables(client);
  const copies: CopyToStreamQuery[] = [];
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await pipeline(snapshot(client, tables, copies, now), sealed, file);
  await client.query('COMMIT');
  return { tables: tables.length, rows: copies.reduce((rows, { rowCount }) => rows + rowCount, 0) };
};

/** The lock comes before the first look, so that what is seen is after the last migration. */
const begin = async (client: pg.Client, place: DataLocation) => {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query('LOCK TABLE _prisma_migrations IN ROW SHARE MODE').catch((error) => {
    throw error.code === UNDEFINED_TABLE ? new BackupError(nothingIn(place)) : error;
  });
  await client.query(`${LONG_WORK}; SET LOCAL DateStyle = 'ISO'`);
};

const UNDEFINED_TABLE = '42P01';

/**
 * The text of the backup. Sequences come last: they belong to no transaction, and must not be
 * behind the rows.
 */
async function* snapshot(
  client: pg.Client,
  tables: readonly Table[],
  copies: CopyToStreamQuery[],
  now: Date,
) {
  const applied = await readApplied(client);
  yield writeHeader({
    takenAt: now,
    migrations: applied.map(({ migration_name: name, checksum }) => ({ name, checksum })),
  });
  for (const table of tables) {
    const copy = client.query(copyTo(`COPY ${target(table)} TO STDOUT`));
    copies.push(copy);
    yield `\nCOPY ${target(table)} FROM stdin;\n`;
    yield* copy;
    yield END_OF_ROWS;
  }
  for (const { name, last, isCalled } of await readSequences(client))
    yield `\nSELECT setval('${pg.escapeIdentifier(name)}', ${last}, ${isCalled});\n`;
}

const target = ({ name, columns }: Table) =>
  `${pg.escapeIdentifier(name)} ` +
  `(${columns.map((column) => pg.escapeIdentifier(column)).join(', ')})`;
