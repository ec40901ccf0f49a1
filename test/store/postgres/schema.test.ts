import { readFileSync } from 'node:fs';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { schemaSql } from '../../../prisma/diff.ts';
import { newDatabase } from '../../support/database/database.ts';

/** What only SQL can say, and so stands in the migrations alone. */
const ONLY_SQL = [
  'constraint Holding_ended_with_reason',
  'constraint Holding_seat_within_cap',
  'constraint Membership_ended_is_unconfirmed',
  'constraint Prompt_about_one_thing',
  'constraint Request_open_until_closed',
  'constraint Role_practice_lead_one_or_two',
  'constraint Role_term_is_months',
  'index Holding_one_person_a_seat',
  'index Holding_one_seat_a_person',
  'index Request_one_open_about_a_holding',
  'index Request_one_open_of_its_kind',
  'trigger Change_is_never_rewritten',
];

const schema = readFileSync('prisma/schema.prisma', 'utf8');

describe('migrations and schema.prisma', () => {
  let [migrated, drawn]: pg.Client[] = [];
  beforeAll(async () => {
    migrated = await open(await newDatabase());
    drawn = await open(await newDatabase(true));
    await drawn.query(await schemaSql('', schema, inject('postgresUrl')));
  });
  afterAll(() => Promise.all([migrated?.end(), drawn?.end()]));

  it.each(Object.entries({ columns, types, indexes, constraints }))(
    'agree on %s, but for what only SQL can say',
    async (_, query) => {
      const [inMigrations, inSchema] = await Promise.all([
        list(migrated, query),
        list(drawn, query),
      ]);
      expect(
        inMigrations.filter((line) => !ONLY_SQL.some((name) => line.startsWith(name))),
      ).toEqual(inSchema);
    },
  );

  it('what only SQL can say is all there', async () => {
    const lines = [
      ...(await list(migrated, indexes)),
      ...(await list(migrated, constraints)),
      ...(await list(migrated, triggers)),
    ];
    for (const name of ONLY_SQL)
      expect(
        lines.some((line) => line.startsWith(name)),
        name,
      ).toBe(true);
  });

  it('every table but Prisma’s own begins its key with the CCG', async () => {
    const rows = await list(
      migrated,
      `SELECT conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) AS line FROM ` +
        `pg_constraint WHERE contype = 'p' AND connamespace = 'public'::regnamespace`,
    );
    for (const row of rows.filter(
      (line) => !/^(_prisma_migrations|"Ccg"|"Tick"|"Received"|"Workspace") /.test(line),
    ))
      expect(row).toContain('PRIMARY KEY ("ccgCode"');
  });

  it('every reference between tables includes the CCG, so that none can lead into another', async () => {
    const rows = await list(
      migrated,
      `SELECT conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) AS line FROM ` +
        `pg_constraint WHERE contype = 'f'`,
    );
    for (const row of rows) expect(row).toContain('FOREIGN KEY ("ccgCode"');
  });
});

describe('schema.prisma', () => {
  it('says of every model and enum what it is, in a sentence', () => {
    const lines = schema.split('\n');
    for (const [index, line] of lines.entries())
      if (/^(model|enum) /.test(line))
        expect(sentenceAbove(lines, index), line).toMatch(/^[A-Z“].*\.$/);
  });
});

/** The comment above a line of the schema, which may take several. */
const sentenceAbove = (lines: readonly string[], index: number): string => {
  const above = lines.slice(0, index);
  const from = above.findLastIndex((line) => !line.startsWith('/// ')) + 1;
  return above
    .slice(from)
    .map((line) => line.slice(4))
    .join(' ');
};

const open = async (url: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
};

const list = async (client: pg.Client | undefined, query: string): Promise<string[]> =>
  ((await client?.query<{ line: string }>(query))?.rows ?? [])
    .map(({ line }) => line)
    .filter((line) => !line.includes('_prisma_migrations'))
    .sort();

const columns = `SELECT table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '') || ' ' || coalesce(datetime_precision::text, '') AS line
  FROM information_schema.columns WHERE table_schema = 'public'`;
const types =
  `SELECT t.typname || ' ' || string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) AS line ` +
  'FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid GROUP BY t.typname';
const indexes =
  `SELECT 'index ' || indexname || ' ' || indexdef AS line FROM pg_indexes WHERE schemaname = ` +
  `'public'`;
const constraints = `SELECT 'constraint ' || conname || ' ' || conrelid::regclass::text || ' ' || pg_get_constraintdef(oid) AS line FROM pg_constraint
  WHERE connamespace = 'public'::regnamespace AND contype <> 'n'`;
const triggers = `SELECT 'trigger ' || tgname AS line FROM pg_trigger WHERE NOT tgisinternal`;
