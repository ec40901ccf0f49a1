import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { createStore, type Store } from '../../../src/store/store.ts';
import { newDatabase, waitingForLocks } from '../../support/database/database.ts';
import { monday } from '../../world.ts';

let store: Store;
let other: pg.Client;
beforeAll(async () => {
  const url = await newDatabase();
  store = createStore(url);
  await setUpDemo(store, monday);
  other = new pg.Client({ connectionString: url });
  await other.connect();
});
afterAll(async () => {
  await other?.end();
  await store?.close();
});

it('somebody new who joins twice in the same moment is one person, and neither is a mistake', async () => {
  const { people } = store.ccg(DEMO_CCG.code);
  const somebody = {
    slackId: 'U0NEW',
    name: 'Dr New',
    email: null,
    profession: 'gp',
    practiceCode: 'Y99001',
  } as const;
  await other.query('BEGIN');
  await other.query(
    `INSERT INTO "Person" ("ccgCode", id, name, "slackId", profession) VALUES ($1, $2, 'Dr ` +
      `New', 'U0NEW', 'gp')`,
    [DEMO_CCG.code, randomUUID()],
  );
  const joining = people.join(somebody, monday);
  await expect.poll(() => waitingForLocks(other)).toBe(1);
  await other.query('COMMIT');
  await joining;
  expect(await people.bySlackId('U0NEW')).toMatchObject({
    memberships: [{ practiceCode: 'Y99001' }],
  });
});
