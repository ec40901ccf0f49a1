import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect, type Database, type Transaction } from '../../../src/store/database.ts';
import { newDatabase } from '../../support/database/database.ts';

const lock = (tx: Transaction, key: number) =>
  tx.$queryRaw`SELECT pg_advisory_xact_lock(${key}::bigint)::text`;

describe('two transactions that wait for each other', () => {
  let db: Database;
  beforeAll(async () => {
    const url = await newDatabase();
    db = connect({ url: () => url, size: 4 });
  });
  afterAll(() => db?.$disconnect());

  it('are both done: the one that PostgreSQL ends is begun anew', async () => {
    const begun = [0, 0];
    const [here, there] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const inTurn = (
      who: 0 | 1,
      mine: PromiseWithResolvers<void>,
      other: PromiseWithResolvers<void>,
    ) =>
      db.$transaction(async (tx) => {
        begun[who] = (begun[who] ?? 0) + 1;
        await lock(tx, who);
        mine.resolve();
        await other.promise;
        await lock(tx, 1 - who);
        return who;
      });
    expect(await Promise.all([inTurn(0, here, there), inTurn(1, there, here)])).toEqual([0, 1]);
    expect(begun.toSorted()).toEqual([1, 2]);
  });
});
