// One connection for one piece of work, such as a migration or a backup.
import pg from 'pg';

/** Longer than this nobody waits for a connection: the host is gone, or PostgreSQL is. */
export const CONNECT_MS = 10_000;
/** A connection that is lost without a word is noticed after about so long. */
export const KEEP_ALIVE = { keepAlive: true, keepAliveInitialDelayMillis: 10_000 };

/** Runs work on a connection of its own. */
export const onConnection = async <T>(
  databaseUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({
    connectionString: databaseUrl,
    connectionTimeoutMillis: CONNECT_MS,
    ...KEEP_ALIVE,
  });
  client.on('error', () => {}); // the connection went away: the statement under way says so
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
};
