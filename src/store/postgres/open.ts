// Opens the store: finds or starts PostgreSQL, brings it up to this code, connects.
import { mkdir } from 'node:fs/promises';
import { createStore, type Store } from '../store.ts';
import { grantBotAccount } from './bot-account.ts';
import { joinServer } from './embedded/server.ts';
import type { DataLocation } from './location.ts';
import { migrate } from './migrate.ts';

export type OpenStore = { readonly store: Store; close(): Promise<void> };

/** With a `databaseUrl`, that PostgreSQL; without, the bot's own in `dataDir`. */
export const openStore = ({ databaseUrl, dataDir }: DataLocation): Promise<OpenStore> =>
  databaseUrl ? openGiven(databaseUrl) : openEmbedded(dataDir);

const openGiven = async (databaseUrl: string): Promise<OpenStore> => {
  await migrate(databaseUrl);
  const store = createStore(databaseUrl);
  return { store, close: store.close };
};

const openEmbedded = async (dataDir: string): Promise<OpenStore> => {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const server = await joinServer(dataDir);
  await migrate(server.ownerUrl);
  await grantBotAccount(server.ownerUrl, new URL(server.botUrl).password);
  const store = createStore(server.botUrl);
  return {
    store,
    close: async () => {
      await store.close();
      await server.leave();
    },
  };
};
