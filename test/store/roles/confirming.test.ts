import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { createStore, type Store } from '../../../src/store/store.ts';
import { newDatabase, waitingForLocks } from '../../support/database/database.ts';
import { monday, practiceLead } from '../../world.ts';

let url: string;
let store: Store;
let other: pg.Client;
beforeAll(async () => {
  url = await newDatabase();
  store = createStore(url);
  await setUpDemo(store, monday);
  other = new pg.Client({ connectionString: url });
  await other.connect();
});
afterAll(async () => {
  await other?.end();
  await store?.close();
});

it(
  'a seat that is given back in the moment in which its holder’s practice is confirmed is not ' +
    'confirmed',
  async () => {
    const ccgStore = store.ccg(DEMO_CCG.code);
    const [lead] = await ccgStore.people.leads();
    const place = { practiceCode: 'Y99001', locality: null };
    const somebody = {
      slackId: 'U0NEW',
      name: 'Dr New',
      email: null,
      profession: 'gp',
      practiceCode: 'Y99001',
    } as const;
    await ccgStore.people.join(somebody, monday);
    const { id = '' } = (await ccgStore.people.bySlackId('U0NEW')) ?? {};
    const claim = {
      role: practiceLead,
      place,
      personId: id,
      seats: [1, 2],
      confirmed: false,
      termEndsAt: null,
    };
    expect(await ccgStore.holdings.take(claim, null, monday)).toBe(true);

    await other.query('BEGIN');
    await other.query(
      `UPDATE "Holding" SET until = $1, ended = 'stepped_down' WHERE "personId" = $2`,
      [monday, id],
    );
    const confirming = ccgStore.people.confirmMembership(id, 'Y99001', lead?.id ?? '', monday);
    await expect.poll(() => waitingForLocks(other)).toBe(1);
    await other.query('COMMIT');
    expect(await confirming).toBe(true);
    expect((await ccgStore.history.all()).map(({ kind }) => kind)).not.toContain('role_confirmed');
  },
);
