import { afterAll, beforeAll, expect, it } from 'vitest';
import { createStore, type Store } from '../../../src/store/store.ts';
import { newDatabase } from '../../support/database/database.ts';
import { assertNobodyBothered } from './property.ts';

let url: string;
let store: Store;
beforeAll(async () => {
  url = await newDatabase();
  store = createStore(url);
});
afterAll(() => store?.close());

it('nobody is bothered through hundreds of stories, many of their steps at the same moment', async () => {
  const messages = await assertNobodyBothered(store, url, { runs: 300, mostMinutes: 25 });
  console.log(
    `${messages} messages in 300 stories, none outside a calendar, a week, a month or two chases.`,
  );
  expect(messages).toBeGreaterThan(5000);
});
