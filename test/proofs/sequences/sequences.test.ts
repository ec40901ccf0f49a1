import { afterAll, beforeAll, it } from 'vitest';
import { createStore, type Store } from '../../../src/store/store.ts';
import { newDatabase } from '../../support/database/database.ts';
import { assertAlwaysTrue } from './property.ts';

let url: string;
let store: Store;
beforeAll(async () => {
  url = await newDatabase();
  store = createStore(url);
});
afterAll(() => store?.close());

it(
  'the register stays true through hundreds of sequences, many of their steps at the same ' +
    'moment',
  () => assertAlwaysTrue(store, url, { runs: 400, mostMinutes: 20 }),
);
