// Bringing a backup back, into an empty place: all of it, or nothing.
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Amount } from './backup.ts';
import { BackupError, END_OF_ROWS, type Header, linesOf, readHeader } from './backup-file.ts';
import { onConnection } from './connection.ts';
import { holdRestored } from './hold-restored.ts';
import { asOwner, type DataLocation } from './location.ts';
import { applyPending, readApplied, readMigrations, whileNobodyMigrates } from './migrate.ts';
import { openStore } from './open.ts';
import { readTables } from './tables.ts';

/** `held`: planned surveys and reminders that were due since, and may have gone out. */
export type Restored = Amount & { readonly takenAt: Date; readonly held: number };

/**
 * Brings an empty database to the tables of the backup, puts its rows there, and then brings all of
 * it up to this code. What was waiting then may have been sent since, so it is looked for in Slack
 * before it is sent; what was planned for a day since is held.
 * @throws BackupError where the file is not whole, a newer version made it, or there is data
 * already
 */
export const restore = async (place: DataLocation, path: string, now: Date): Promise<Restored> => {
  const header = await readHeader(path);
  checkKnown(header);
  return asOwner(place, async (ownerUrl) => {
    const amount = await onConnection(ownerUrl, (client) => fill(client, place, header, path));
    const opened = await openStore(place);
    const held = await holdRestored(opened.store, now);
    await opened.close();
    return { ...amount, takenAt: header.takenAt, held };
  });
};

const checkKnown = ({ migrations }: Header) => {
  const known = new Map(readMigrations().map(({ name, checksum }) => [name, checksum]));
  const unknown = migrations.find(({ name, checksum }) => known.get(name) !== checksum);
  if (unknown)
    throw new BackupError(
      `The backup has the migration ${unknown.name}, which this version does not know. ` +
        'Restore it with the version that made it, or a newer one.',
    );
};

const fill = async (
  client: pg.Client,
  place: DataLocation,
  { migrations }: Header,
  path: string,
): Promise<Amount> => {
  const names = migrations.map(({ name }) => name);
  await checkEmpty(client, place, names);
  await applyPending(client, names);
  return whileNobodyMigrates(client, async () => {
    await checkEmpty(client, place, names); // somebody may have been quicker
    await client.query('DELETE FROM _prisma_migrations'); // the backup has its own
    return putBack(client, linesOf(path));
  });
};

const checkEmpty = async (
  client: pg.Client,
  { databaseUrl, dataDir }: DataLocation,
  names: readonly string[],
) => {
  const tables = (await readTables(client)).map(({ name }) => name);
  const where = databaseUrl ? 'the database of DATABASE_URL' : dataDir;
  const remedy = databaseUrl
    ? 'Give the DATABASE_URL of an empty one.'
    : 'Restore into another DATA_DIR.';
  for (const name of tables.filter((table) => table !== '_prisma_migrations')) {
    const { rowCount } = await client.query(`SELECT FROM ${pg.escapeIdentifier(name)} LIMIT 1`);
    if (rowCount)
      throw new BackupError(
        `There is data in ${where} already, and it was left as it is. ${remedy}`,
      );
  }
  const applied = tables.includes('_prisma_migrations') ? await readApplied(client) : [];
  if (applied.some((row) => !names.includes(row.migration_name)))
    throw new BackupError(
      `The tables in ${where} are already those of a newer version than the backup’s. ${remedy}`,
    );
};

/** The only statements that a backup may hold; anything else in it is never run. */
const COPY = /^COPY "\w+" \("\w+"(, "\w+")*\) FROM stdin;\n$/;
const SETVAL = /^SELECT setval\('"\w+"', \d+, (true|false)\);\n$/;

const putBack = async (client: pg.Client, lines: AsyncGenerator<Buffer>): Promise<Amount> => {
  let [tables, rows] = [0, 0];
  for (let next = await lines.next(); !next.done; next = await lines.next()) {
    const line = next.value.toString();
    if (COPY.test(line)) {
      const copy = client.query(copyFrom(line));
      await pipeline(rowsOf(lines), copy);
      tables += 1;
      rows += copy.rowCount;
    } else if (SETVAL.test(line)) await client.query(line);
    else if (line !== '\n' && !line.startsWith('--'))
      throw new Error('There is a line in the backup that no version wrote.');
  }
  return { tables, rows };
};

/** The lines up to the end of a table's rows; the rest stays for who comes next. */
async function* rowsOf(lines: AsyncGenerator<Buffer>) {
  for (
    let next = await lines.next();
    !next.done && next.value.toString() !== END_OF_ROWS;
    next = await lines.next()
  )
    yield next.value;
}
