import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { backUp } from '../../../src/store/postgres/backup.ts';
import { BackupError } from '../../../src/store/postgres/backup-file.ts';
import { onConnection } from '../../../src/store/postgres/connection.ts';
import { type EmbeddedServer, joinServer } from '../../../src/store/postgres/embedded/server.ts';
import { applyPending, migrate, readMigrations } from '../../../src/store/postgres/migrate.ts';
import { openStore } from '../../../src/store/postgres/open.ts';
import { restore } from '../../../src/store/postgres/restore.ts';
import { newDatabase, sql } from '../../support/database/database.ts';
import { monday } from '../../world.ts';

/** What a name may hold, and a file of lines must survive. */
const ODD =
  'O’Neill\t"Óg"\\N \\. \r\n\\.\nCOPY "Ccg" ("code") FROM stdin;\n-- sha256\u2028line\u2029end 🩺 ';
const PEOPLE = 50;

/**
 * Number and fingerprint of the rows of every table, but for what a restore notes: that the summaries of this period may have been
 * posted and sent already.
 */
const contents = async (url: string) => {
  const tables = await sql(
    url,
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ` +
      `AND tablename <> 'SummaryPost' ORDER BY 1`,
  );
  const fingerprint =
    `count(*) AS rows, md5(string_agg(row::text, E'\\n' ORDER BY row::text)) AS print ` +
    `FROM (SELECT to_jsonb(t) - 'summaryFor' AS row FROM`;
  return Promise.all(
    tables.map(async ({ name }) => [
      name,
      ...(await sql(url, `SELECT ${fingerprint} "${name}" AS t) AS rows`)),
    ]),
  );
};

const addCcg = (url: string) =>
  sql(
    url,
    `INSERT INTO "Ccg" (code, name, "channelId", "createdAt") VALUES ('99Z', $1, 'C0ENGAGE', $2)`,
    [ODD, monday],
  );

/** Somebody joins, and history says so, in one transaction. */
const addPerson = (url: string) =>
  sql(
    url,
    `WITH person AS (INSERT INTO "Person" ("ccgCode", id, name, profession) VALUES ('99Z', gen_random_uuid(), $1, 'gp') RETURNING id)
     INSERT INTO "Change" ("ccgCode", at, kind, "personId") SELECT '99Z', now(), 'person_joined', id FROM person`,
    [ODD],
  );

/**
 * Everybody works at a practice: rows that come before those they point to, by the names of their
 * tables.
 */
const addMemberships = async (url: string) => {
  await sql(
    url,
    `INSERT INTO "Practice" ("ccgCode", code, name, address, postcode) VALUES ('99Z', ` +
      `'Y99001', $1, '', '')`,
    [ODD],
  );
  await sql(url, `INSERT INTO "Membership" SELECT "ccgCode", id, 'Y99001', now() FROM "Person"`);
};

const strangers =
  'SELECT FROM "Person" AS p FULL JOIN "Change" AS c ON c."personId" = p.id WHERE p.id IS NULL ' +
  'OR c."personId" IS NULL';

describe('backup and restore', () => {
  let folder: string;
  let source: string;
  let whole: string;
  const joined: EmbeddedServer[] = [];
  const file = (name: string) => join(folder, name);
  const inFolder = (name: string) => ({ databaseUrl: undefined, dataDir: file(name) });
  const inDatabase = (databaseUrl: string) => ({ databaseUrl, dataDir: file('unused') });
  /** Joins the server of a restored folder until the end of the tests. */
  const joinFolder = async (name: string): Promise<EmbeddedServer> => {
    const server = await joinServer(file(name));
    joined.push(server);
    return server;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ccg-engage-'));
    source = await newDatabase();
    await addCcg(source);
    for (let i = 0; i < PEOPLE; i += 1) await addPerson(source);
    await addMemberships(source);
    whole = file('whole.backup');
    await backUp(inDatabase(source), whole, monday);
  });
  afterAll(async () => {
    for (const server of joined) await server.leave();
    await rm(folder, { recursive: true });
  });

  it('brings every row of every table back into an empty data folder', async () => {
    const restored = await restore(inFolder('restored'), whole, monday);
    const { ownerUrl } = await joinFolder('restored');
    const before = await contents(source);
    expect(await contents(ownerUrl)).toEqual(before);
    expect(restored).toMatchObject({
      tables: before.length + 1,
      rows: expect.any(Number),
      takenAt: monday,
    });
    expect(restored.rows).toBe(2 + 3 * PEOPLE + readMigrations().length);
  });

  it(
    'history goes on after the last line, and can still not be rewritten, by the bot or by ' +
      'anybody',
    async () => {
      const { ownerUrl, botUrl } = await joinFolder('restored');
      const [last] = await sql(ownerUrl, 'SELECT max(number) AS number FROM "Change"');
      await addPerson(botUrl);
      const [next] = await sql(ownerUrl, 'SELECT max(number) AS number FROM "Change"');
      expect(Number(next?.['number'])).toBeGreaterThan(Number(last?.['number']));
      for (const statement of [
        'UPDATE "Change" SET at = now()',
        'DELETE FROM "Change"',
        'TRUNCATE "Change"',
      ]) {
        await expect(sql(botUrl, statement)).rejects.toThrow('permission denied');
        await expect(sql(ownerUrl, statement)).rejects.toThrow(
          'History is not changed or deleted.',
        );
      }
    },
  );

  it('shows one moment, also when it is taken while the bot writes', async () => {
    const busy = await newDatabase();
    await addCcg(busy);
    // between history and people in the file, so that there is time to write
    await sql(
      busy,
      `INSERT INTO "Departure" SELECT '99Z', md5(n::text) FROM generate_series(1, 100000) AS n`,
    );
    let isWriting = true;
    const write = async () => {
      while (isWriting) await addPerson(busy);
    };
    const writers = [write(), write()];
    await backUp(inDatabase(busy), file('busy.backup'), monday);
    isWriting = false;
    await Promise.all(writers);
    const target = await newDatabase(true);
    await restore(inDatabase(target), file('busy.backup'), monday);
    expect(await sql(target, strangers)).toEqual([]);
    const [{ people } = {}] = await sql(target, 'SELECT count(*)::int AS people FROM "Person"');
    const [{ later } = {}] = await sql(busy, 'SELECT count(*)::int AS later FROM "Person"');
    expect(Number(later)).toBeGreaterThan(Number(people));
  });

  it('an account that owns its database and nothing else can take it and bring it back', async () => {
    const [from, to] = [await newDatabase(true), await newDatabase(true)];
    const asTenant = (url: string) => url.replace(/\/\/[^@]+@/, '//tenant:tenant@');
    await sql(from, `CREATE ROLE tenant LOGIN PASSWORD 'tenant'`);
    for (const url of [from, to])
      await sql(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} OWNER TO tenant`);
    await migrate(asTenant(from));
    await addCcg(asTenant(from));
    await addPerson(asTenant(from));
    await addMemberships(asTenant(from));
    await backUp(inDatabase(asTenant(from)), file('tenant.backup'), monday);
    await restore(inDatabase(asTenant(to)), file('tenant.backup'), monday);
    expect(await contents(to)).toEqual(await contents(from));
  });

  it('a backup of an earlier version is brought up to this one', async () => {
    const [earlier, target] = [await newDatabase(true), await newDatabase(true)];
    const all = readMigrations().map(({ name }) => name);
    await onConnection(earlier, (client) => applyPending(client, all.slice(0, 1)));
    await addCcg(earlier);
    await backUp(inDatabase(earlier), file('earlier.backup'), monday);
    await restore(inDatabase(target), file('earlier.backup'), monday);
    const applied = await sql(
      target,
      'SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1',
    );
    expect(applied.map(({ name }) => name)).toEqual(all);
    expect(await sql(target, 'SELECT name FROM "Ccg"')).toEqual([{ name: ODD }]);
  });

  const seal = (text: string) =>
    `${text}-- sha256 ${createHash('sha256').update(text).digest('hex')}\n`;
  it.each([
    ['cut short', (text: string) => text.slice(0, -100), 'or it was cut short or changed since'],
    [
      'cut after a line',
      (text: string) => `${text.split('\n').slice(0, -2).join('\n')}\n`,
      'or it was cut short or changed since',
    ],
    [
      'edited',
      (text: string) => text.replace('C0ENGAGE', 'C0OTHER1'),
      'or it was cut short or changed since',
    ],
    ['of another kind', () => 'code,name\n99Z,Fernshire\n', 'is no backup of CCG Engage'],
    ['empty', () => '', 'is no backup of CCG Engage'],
    [
      'of a newer format',
      (text: string) => seal(text.replace('format 1', 'format 2').slice(0, -75)),
      'made by a newer version',
    ],
    [
      'of a newer version',
      (text: string) =>
        seal(
          text
            .replace('-- Migration', '-- Migration 99990101000000_later 0\n-- Migration')
            .slice(0, -75),
        ),
      'has the migration 99990101000000_later, which this version does not know.',
    ],
  ])('a file %s is refused in a sentence, and nothing is made', async (_, change, words) => {
    await writeFile(file('wrong.backup'), change(await readFile(whole, 'utf8')));
    const refused = await restore(inFolder('wrong'), file('wrong.backup'), monday).catch(
      (error) => error,
    );
    expect(refused).toBeInstanceOf(BackupError);
    expect(refused.message).toContain(words);
    expect(existsSync(file('wrong'))).toBe(false);
  });

  it('a statement that no backup has is never run, and the rows before it are not kept', async () => {
    const text = (await readFile(whole, 'utf8')).slice(0, -75);
    await writeFile(file('foreign.backup'), seal(`${text}CREATE TABLE surprise ();\n`));
    const target = await newDatabase(true);
    await expect(restore(inDatabase(target), file('foreign.backup'), monday)).rejects.toThrow(
      'a line in the backup that no version wrote',
    );
    expect(
      await sql(
        target,
        `SELECT to_regclass('surprise') AS surprise, count(*)::int AS ccgs FROM "Ccg"`,
      ),
    ).toEqual([{ surprise: null, ccgs: 0 }]);
    // what was left is empty, so the right file goes in
    await restore(inDatabase(target), whole, monday);
    expect(await contents(target)).toEqual(await contents(source));
  });

  it('is not restored over data', async () => {
    const before = await contents(source);
    await expect(restore(inDatabase(source), whole, monday)).rejects.toThrow(
      'Give the DATABASE_URL of an empty one.',
    );
    expect(await contents(source)).toEqual(before);
    await expect(restore(inFolder('restored'), whole, monday)).rejects.toThrow(
      'Restore into another DATA_DIR.',
    );
  });

  it('is not restored where a newer version has been, also where that left no data', async () => {
    const target = await newDatabase();
    const later =
      `INSERT INTO _prisma_migrations (id, migration_name, checksum, finished_at) VALUES ('1', ` +
      `'99990101000000_later', '', now())`;
    await sql(target, later);
    await expect(restore(inDatabase(target), whole, monday)).rejects.toThrow(
      'already those of a newer version than the backup’s',
    );
  });

  it('is restored into a folder where a bot has been, but no CCG', async () => {
    await (await openStore(inFolder('unused'))).close();
    expect(await restore(inFolder('unused'), whole, monday)).toMatchObject({ takenAt: monday });
  });

  it('only its owner can read it, and a file that is there is left as it was', async () => {
    expect((await stat(whole)).mode & 0o077).toBe(0);
    const before = await readFile(whole, 'utf8');
    await expect(backUp(inDatabase(source), whole, monday)).rejects.toThrow(
      'is there already, and was left as it is',
    );
    expect(await readFile(whole, 'utf8')).toBe(before);
  });

  it(
    'where there is nothing to back up, or no place for the file, it says so and leaves ' +
      'nothing behind',
    async () => {
      await expect(backUp(inFolder('nowhere'), file('a.backup'), monday)).rejects.toThrow(
        'There is nothing to back up here.',
      );
      await expect(
        backUp(inDatabase(await newDatabase(true)), file('a.backup'), monday),
      ).rejects.toThrow('nothing to back up');
      await expect(backUp(inDatabase(source), file('no/folder.backup'), monday)).rejects.toThrow(
        'cannot be written (ENOENT)',
      );
      expect(existsSync(file('nowhere'))).toBe(false);
      expect(
        (await readdir(folder)).filter(
          (name) => name.includes('a.backup') || name.includes('partial'),
        ),
      ).toEqual([]);
    },
  );
});
