// The tables and sequences of the database, read from its own catalogue, so that there is no list
// to keep.
import pg from 'pg';

export type Table = {
  readonly name: string;
  /** Those that are stored; computed ones compute themselves again. */
  readonly columns: readonly string[];
  /** The other tables that its rows point to. */
  readonly parents: readonly string[];
};

/**
 * Every table, each after those that its rows point to, and otherwise by name: in this order rows
 * can be put back.
 */
export const readTables = async (client: pg.Client): Promise<Table[]> =>
  parentsFirst((await client.query<Table>(TABLES)).rows);

const parentsFirst = (tables: readonly Table[]): Table[] => {
  const placed = new Map<string, Table>();
  while (placed.size < tables.length) {
    const next = tables.filter(
      ({ name, parents }) => !placed.has(name) && parents.every((parent) => placed.has(parent)),
    );
    if (next.length === 0)
      throw new Error(
        'Some tables point at each other in a circle, so there is no order to put rows back in.',
      );
    for (const table of next) placed.set(table.name, table);
  }
  return [...placed.values()];
};

export type Sequence = { readonly name: string; readonly last: string; readonly isCalled: boolean };

/** Every sequence and where it stands. */
export const readSequences = async (client: pg.Client): Promise<Sequence[]> => {
  const { rows: names } = await client.query<{ name: string }>(SEQUENCES);
  const sequences: Sequence[] = [];
  for (const { name } of names) {
    const sequence = pg.escapeIdentifier(name);
    const state = `SELECT last_value AS last, is_called AS "isCalled" FROM ${sequence}`;
    sequences.push({ name, ...(await client.query(state)).rows[0] });
  }
  return sequences;
};

const TABLES = `
  SELECT t.relname AS name,
    ARRAY(SELECT attname::text FROM pg_attribute
      WHERE attrelid = t.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
      ORDER BY attnum) AS columns,
    ARRAY(SELECT DISTINCT parent.relname::text FROM pg_constraint AS key
      JOIN pg_class AS parent ON parent.oid = key.confrelid
      WHERE key.conrelid = t.oid AND key.contype = 'f' AND parent.oid <> t.oid) AS parents
  FROM pg_class AS t WHERE t.relnamespace = 'public'::regnamespace AND t.relkind = 'r'
  ORDER BY t.relname COLLATE "C"`;

const SEQUENCES = `
  SELECT relname AS name FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY relname COLLATE "C"`;
