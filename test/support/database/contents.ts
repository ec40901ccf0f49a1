// All that somebody with the right to read can see in a database: every column of every row, and
// what PostgreSQL itself keeps beside them.
import pg from 'pg';
import { readSequences, readTables } from '../../../src/store/postgres/tables.ts';
import { sql } from './database.ts';

export type Row = {
  readonly table: string;
  readonly row: Readonly<Record<string, unknown>>;
  /** Where the row lies. */
  readonly ctid: string;
  /** The transaction that wrote it, and the last one that locked it: numbers that grow. */
  readonly xmin: number;
  readonly xmax: number;
};

export type Contents = { readonly rows: readonly Row[]; readonly sequences: readonly unknown[] };

export const readContents = async (url: string): Promise<Contents> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const rows: Row[] = [];
    for (const { name } of await readTables(client)) {
      const every =
        'SELECT to_jsonb(t) AS row, ctid::text, xmin::text::bigint::int, ' +
        `xmax::text::bigint::int FROM ${pg.escapeIdentifier(name)} AS t ORDER BY t.ctid`;
      for (const row of (await client.query(every)).rows) rows.push({ table: name, ...row });
    }
    return { rows, sequences: await readSequences(client) };
  } finally {
    await client.end();
  }
};

/**
 * Where two databases that were copied from the same, `before`, differ now. Transactions are
 * numbered in their own order, and ids that were drawn at random since then are left out: no two
 * databases agree in these.
 */
export const differences = (one: Contents, other: Contents, before: Contents): string[] => {
  const [lines, others] = [comparable(one, before), comparable(other, before)];
  const longer = lines.length > others.length ? lines : others;
  return [...longer.keys()].flatMap((at) =>
    lines[at] === others[at] ? [] : [`${lines[at]} and ${others[at]}`],
  );
};

const comparable = ({ rows, sequences }: Contents, before: Contents): string[] => {
  const [writers, lockers] = [
    inOrder(rows.map(({ xmin }) => xmin)),
    inOrder(rows.map(({ xmax }) => xmax)),
  ];
  const known = new Set(before.rows.flatMap(({ row }) => Object.values(row).filter(isUuid)));
  const withoutNew = (row: Row['row']) =>
    Object.entries(row).map(([key, value]) => (isUuid(value) && !known.has(value) ? key : value));
  const written = rows.map(({ table, row, ctid, xmin, xmax }) => [
    table,
    ctid,
    writers(xmin),
    lockers(xmax),
    ...withoutNew(row),
  ]);
  return [...written, ...sequences].map((line) => JSON.stringify(line));
};

const inOrder = (numbers: readonly number[]) => {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  return (number: number) => sorted.indexOf(number);
};

const isUuid = (value: unknown) =>
  typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

/**
 * How many rows of each table can be read from its pages, deleted ones too. Only the database's
 * owner can do that.
 */
export const countOnPages = async (url: string, tables: readonly string[]): Promise<number[]> => {
  await sql(url, 'CREATE EXTENSION pageinspect');
  const count = async (table: string) => {
    const pages = `generate_series(0, pg_relation_size('"${table}"') / 8192 - 1) AS page`;
    const rows = `heap_page_items(get_raw_page('"${table}"', page::int))`;
    return Number((await sql(url, `SELECT count(t_data) AS n FROM ${pages}, ${rows}`))[0]?.['n']);
  };
  return Promise.all(tables.map(count));
};
