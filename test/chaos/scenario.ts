// One PostgreSQL for a whole run, with the invented CCG set up once; each trial works on a copy of
// its own.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { setUpDemo } from '../../src/demo.ts';
import { joinServer } from '../../src/store/postgres/embedded/server.ts';
import { openStore } from '../../src/store/postgres/open.ts';
import { withDatabase } from '../support/database/postgres.ts';
import { monday } from '../world.ts';

export type Row = Record<string, unknown>;

/** The database of one trial. */
export type Plot = {
  /** What tells a bot where its data is. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where PostgreSQL's own processes are; none where the server is shared. */
  readonly folder?: string;
  /** How long a question waited at most until PostgreSQL was back. */
  longestAwayMs?(): number;
  ask(statement: string): Promise<Row[]>;
  /** Ends every connection to it, as a restart of PostgreSQL does. */
  cut(): Promise<void>;
  drop(): Promise<void>;
};

export type Ground = { newPlot(): Promise<Plot>; close(): Promise<void> };

/** A PostgreSQL server of its own, until closed. */
export const openGround = async (): Promise<Ground> => {
  const folder = await mkdtemp(join(tmpdir(), 'ccg-engage-chaos-'));
  const server = await joinServer(folder);
  const audienceData = await layGround(server.ownerUrl);
  const close = async () => {
    await server.leave();
    await rm(folder, { recursive: true });
  };
  return { ...audienceData, close };
};

/** On a PostgreSQL that is there already. */
export const layGround = async (serverUrl: string): Promise<Ground> => {
  const demo = newName();
  await tell(serverUrl, `CREATE DATABASE ${demo}`);
  const opened = await openStore({ databaseUrl: withDatabase(serverUrl, demo), dataDir: '' });
  await setUpDemo(opened.store, monday);
  await opened.close();
  const newPlot = async (): Promise<Plot> => {
    const name = newName();
    await tell(serverUrl, `CREATE DATABASE ${name} TEMPLATE ${demo}`);
    const url = withDatabase(serverUrl, name);
    return {
      environment: { DATABASE_URL: url },
      ask: (statement) => tell(url, statement),
      cut: async () =>
        void (await tell(
          serverUrl,
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`,
        )),
      drop: async () => void (await tell(serverUrl, `DROP DATABASE ${name} WITH (FORCE)`)),
    };
  };
  return {
    newPlot,
    close: async () => void (await tell(serverUrl, `DROP DATABASE ${demo} WITH (FORCE)`)),
  };
};

const newName = () => `chaos_${randomBytes(5).toString('hex')}`;

/** Runs one statement, and gives up where PostgreSQL does not answer. */
export const tell = async (url: string, statement: string): Promise<Row[]> => {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5000,
    query_timeout: 20_000,
  });
  client.on('error', () => {}); // the statement under way says so
  try {
    await client.connect();
    return (await client.query(statement)).rows;
  } finally {
    await Promise.race([client.end().catch(() => {}), pause(1000, undefined, { ref: false })]);
  }
};
