// Where the data is, and the way in for work on all of it.
import { joinServer } from './embedded/server.ts';

export type DataLocation = {
  /** A PostgreSQL of somebody else's; without one, the bot's own in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  /** How many statements one process may have under way. */
  readonly poolSize?: number;
};

/**
 * Runs work with the account that owns everything; the bot's own PostgreSQL is started for it where
 * it does not run.
 */
export const asOwner = async <T>(
  { databaseUrl, dataDir }: DataLocation,
  work: (ownerUrl: string) => Promise<T>,
): Promise<T> => {
  if (databaseUrl) return work(databaseUrl);
  const server = await joinServer(dataDir);
  try {
    return await work(server.ownerUrl);
  } finally {
    await server.leave();
  }
};
