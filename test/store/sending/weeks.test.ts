import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStore, type Store } from '../../../src/store/store.ts';
import { assertNobodyBothered } from '../../proofs/weeks/property.ts';
import { newDatabase } from '../../support/database/database.ts';

let url: string;
let store: Store;
beforeAll(async () => {
  url = await newDatabase();
  store = createStore(url);
});
afterAll(() => store?.close());

it(
  'whatever is asked, said and chased, also at the same moment and with the bot down: no ' +
    'week or month too full, nobody written to outside their calendar, nobody chased more than ' +
    'twice',
  async () =>
    expect(await assertNobodyBothered(store, url, { runs: 6, mostMinutes: 4 })).toBeGreaterThan(20),
  300_000,
);
