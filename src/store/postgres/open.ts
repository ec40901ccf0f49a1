// Opens the store: finds or starts PostgreSQL, brings it up to this code, connects.
import type { Log } from '../../log.ts';
import { DEFAULT_POOL_SIZE } from '../database.ts';
import { createStore, type Store } from '../store.ts';
import { grantBotAccount } from './bot-account.ts';
import { POSTGRES_MAJOR } from './embedded/binaries.ts';
import { type EmbeddedServer, joinServer } from './embedded/server.ts';
import { lookAt } from './given.ts';
import { withLimits } from './limits.ts';
import type { DataLocation } from './location.ts';
import { migrate } from './migrate.ts';

export type OpenStore = { readonly store: Store; close(): Promise<void> };

/**
 * With a `databaseUrl`, that PostgreSQL; without, the bot's own in `dataDir`.
 * @throws Unusable where it cannot be used
 */
export const openStore = (place: DataLocation, log?: Log): Promise<OpenStore> =>
  place.databaseUrl ? openGiven(place.databaseUrl, place) : openEmbedded(place, log);

const openGiven = async (
  databaseUrl: string,
  { poolSize = DEFAULT_POOL_SIZE }: DataLocation,
): Promise<OpenStore> => {
  const options = await lookAt(databaseUrl, poolSize);
  await migrate(databaseUrl);
  const store = createStore(options);
  return { store, close: store.close };
};

const openEmbedded = async (place: DataLocation, log: Log | undefined): Promise<OpenStore> => {
  const server = await joinServer(place.dataDir, log);
  const store = await openOn(server, place).catch(async (error) => {
    await server.leave();
    throw error;
  });
  return {
    store,
    close: async () => {
      await store.close();
      await server.leave();
    },
  };
};

const openOn = async (server: EmbeddedServer, { poolSize = DEFAULT_POOL_SIZE }: DataLocation) => {
  await migrate(server.ownerUrl);
  await grantBotAccount(server.ownerUrl, new URL(server.botUrl).password);
  const url = () => withLimits(server.botUrlNow(), Number(POSTGRES_MAJOR));
  return createStore({ url, size: poolSize });
};
