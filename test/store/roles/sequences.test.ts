import { afterAll, beforeAll, it } from 'vitest';
import { createStore, type Store } from '../../../src/store/store.ts';
import { assertAlwaysTrue } from '../../proofs/sequences/property.ts';
import { newDatabase } from '../../support/database/database.ts';

let url: string;
let store: Store;
beforeAll(async () => {
  url = await newDatabase();
  store = createStore(url);
});
afterAll(() => store?.close());

it(
  'whatever people, files and time do, also at the same moment: no seat too many, no holding ' +
    'twice, nothing held by who is gone, and history replays to the register',
  () => assertAlwaysTrue(store, url, { runs: 25, mostMinutes: 4 }),
  300_000,
);
