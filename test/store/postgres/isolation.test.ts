import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { defaultCatalogue } from '../../../src/domain/roles/catalogue.ts';
import { wholeCcg } from '../../../src/domain/roles/roles.ts';
import { grantBotAccount } from '../../../src/store/postgres/bot-account.ts';
import { createStore, type Store } from '../../../src/store/store.ts';
import { newDatabase, sql } from '../../support/database/database.ts';
import { diabetesLead, monday, practiceLead } from '../../world.ts';

describe('the walls of the database', () => {
  let url: string;
  let store: Store;
  beforeAll(async () => {
    url = await newDatabase();
    store = createStore(url);
    await setUpDemo(store, monday);
    await store.ccgs.create(
      { code: '98Z', name: 'NHS Elsewhere CCG', channelId: 'C0ELSE' },
      monday,
    );
  });
  afterAll(() => store?.close());

  const members = async () => (await store.ccg(DEMO_CCG.code).register()).members;

  it('everyone of a CCG who reaches for two seats at once leaves exactly two holders', async () => {
    const people = await members();
    const place = { practiceCode: 'Y99001', locality: null };
    const claims = people.map(({ id }) =>
      store.ccg(DEMO_CCG.code).holdings.take(
        {
          role: practiceLead,
          place,
          personId: id,
          seats: [1, 2],
          confirmed: true,
          termEndsAt: null,
        },
        null,
        monday,
      ),
    );
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(2);
    const seats = (await store.ccg(DEMO_CCG.code).register()).holdings
      .filter(({ practiceCode }) => practiceCode === 'Y99001')
      .map(({ seat }) => seat);
    expect(seats.sort()).toEqual([1, 2]);
  });

  it('a seat beyond the cap is refused by the database itself', async () => {
    const [someone] = await members();
    const claim = store.ccg(DEMO_CCG.code).holdings.take(
      {
        role: diabetesLead,
        place: wholeCcg,
        personId: someone?.id ?? '',
        seats: [3],
        confirmed: true,
        termEndsAt: null,
      },
      null,
      monday,
    );
    await expect(claim).rejects.toThrow('Holding_seat_within_cap');
  });

  it('a seat of a locality is taken only while it has an open practice, by engagement leads too', async () => {
    const ccgStore = store.ccg(DEMO_CCG.code);
    const [lead] = await ccgStore.people.leads();
    const role = defaultCatalogue.find(({ key }) => key === 'leadership:locality_lead');
    if (!lead || !role) throw new Error('There is no lead, or no such role');
    const take = (locality: string) =>
      ccgStore.holdings.take(
        {
          role,
          place: { practiceCode: null, locality },
          personId: lead.id,
          seats: [1],
          confirmed: true,
          termEndsAt: null,
        },
        null,
        monday,
      );
    expect(await take('Nowhere')).toBe(false);
    expect(await take('Harbourside')).toBe(true);
  });

  it('a cap is not lowered while somebody holds the seat it would take away', async () => {
    const people = (await members()).slice(0, 2);
    for (const { id } of people)
      await store.ccg(DEMO_CCG.code).holdings.take(
        {
          role: diabetesLead,
          place: wholeCcg,
          personId: id,
          seats: [1, 2],
          confirmed: true,
          termEndsAt: null,
        },
        null,
        monday,
      );
    const lower = () =>
      sql(
        url,
        `UPDATE "Role" SET seats = 1 WHERE "ccgCode" = '99Z' AND key = 'area_lead:diabetes'`,
      );
    await expect(lower()).rejects.toThrow('Holding_seat_within_cap');
    const second = (await store.ccg(DEMO_CCG.code).register()).holdings.find(
      ({ roleKey, seat }) => roleKey === 'area_lead:diabetes' && seat === 2,
    );
    await store.ccg(DEMO_CCG.code).holdings.end(second?.id ?? '', 'stepped_down', null, monday);
    await expect(lower()).resolves.toEqual([]);
  });

  it('a practice has one or two lead seats, never three', async () => {
    await expect(
      sql(url, `UPDATE "Role" SET seats = 3 WHERE key = 'practice_lead'`),
    ).rejects.toThrow('Role_practice_lead_one_or_two');
  });

  it('a holding cannot point at a person of another CCG', async () => {
    const [someone] = await members();
    const insert =
      'INSERT INTO "Holding" ("ccgCode", id, "roleKey", seats, seat, "personId", since) VALUES ' +
      `('98Z', $1, 'area_lead:diabetes', 2, 1, $2, now())`;
    await expect(sql(url, insert, [randomUUID(), someone?.id])).rejects.toThrow('foreign key');
  });

  it('one CCG sees nothing of another', async () => {
    const elsewhere = store.ccg('98Z');
    const [someone] = await members();
    expect(await elsewhere.register()).toMatchObject({ practices: [], members: [], holdings: [] });
    expect(await elsewhere.people.byId(someone?.id ?? '')).toBeUndefined();
    expect(await elsewhere.practices.find('Y99001')).toBeUndefined();
    expect((await elsewhere.register()).roles).toHaveLength(defaultCatalogue.length);
  });

  it('history is not changed or deleted, by whatever account', async () => {
    for (const statement of [
      `UPDATE "Change" SET kind = 'person_left'`,
      'DELETE FROM "Change"',
      'TRUNCATE "Change"',
    ])
      await expect(sql(url, statement)).rejects.toThrow('History is not changed or deleted.');
  });

  it(
    'the bot’s own account may add to history and read it, and has no right to change it; it ' +
      'may tidy up after anonymous rounds',
    async () => {
      await grantBotAccount(url, 'a-password-for-the-test');
      const bot = Object.assign(new URL(url), {
        username: 'bot',
        password: 'a-password-for-the-test',
      }).href;
      await expect(sql(bot, `UPDATE "Change" SET kind = 'person_left'`)).rejects.toThrow(
        'permission denied',
      );
      await expect(sql(bot, 'DELETE FROM "Change"')).rejects.toThrow('permission denied');
      await expect(
        sql(
          bot,
          `INSERT INTO "Change" ("ccgCode", at, kind) VALUES ('99Z', now(), 'setting_changed')`,
        ),
      ).resolves.toEqual([]);
      await expect(sql(bot, 'ALTER TABLE "Change" DISABLE TRIGGER ALL')).rejects.toThrow(
        'must be owner',
      );
      const mayTidy =
        `SELECT every(has_table_privilege('bot', format('%I', name), 'MAINTAIN')) AS all FROM ` +
        `unnest(ARRAY['Tally', 'Receipt', 'Comment']) AS name`;
      expect(await sql(url, mayTidy)).toEqual([{ all: true }]);
    },
  );

  it(
    'what was refused as patient data is a kind and a time, which the bot’s own account may ' +
      'add and count, and not change',
    async () => {
      await grantBotAccount(url, 'a-password-for-the-test');
      const bot = Object.assign(new URL(url), {
        username: 'bot',
        password: 'a-password-for-the-test',
      }).href;
      const botStore = createStore(bot);
      await botStore.ccg(DEMO_CCG.code).refused.note(['nhs_number', 'postcode'], monday);
      // in London it is October
      await botStore
        .ccg(DEMO_CCG.code)
        .refused.note(['nhs_number'], new Date('2026-09-30T23:30:00Z'));
      expect(await botStore.countRefused(DEMO_CCG.code)).toEqual([
        { month: '2026-10', kind: 'nhs_number', number: 1 },
        { month: '2026-09', kind: 'nhs_number', number: 1 },
        { month: '2026-09', kind: 'postcode', number: 1 },
      ]);
      expect(await botStore.countRefused('98Z')).toEqual([]);
      await botStore.close();
      const [row = {}] = await sql(url, 'SELECT * FROM "Refused"');
      expect(Object.keys(row).sort()).toEqual(['at', 'ccgCode', 'id', 'kind']);
      await expect(sql(bot, `UPDATE "Refused" SET kind = 'patient'`)).rejects.toThrow(
        'permission denied',
      );
      await expect(sql(bot, 'DELETE FROM "Refused"')).rejects.toThrow('permission denied');
    },
  );
});
