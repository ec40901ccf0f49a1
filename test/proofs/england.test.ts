import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readOdsPractices } from '../../src/files/ods-practices.ts';
import { importers } from '../../src/files/proposals.ts';
import { createStore } from '../../src/store/store.ts';
import { newDatabase, sql } from '../support/database/database.ts';
import { monday } from '../world.ts';

const folder = process.env['REAL_DATA'];

it.skipIf(!folder)(
  'the whole of England imports into its 191 CCGs, and a second time nothing changes (left ' +
    'out where REAL_DATA names no folder)',
  async () => {
    const bytes = readFileSync(`${folder}/epraccur-2019-england.csv`);
    const url = await newDatabase();
    const store = createStore(url);
    const codes = [
      ...new Set(
        readOdsPractices(bytes)
          .rows.filter(({ status }) => status === 'active')
          .map(({ commissioner }) => commissioner),
      ),
    ];
    expect(codes).toHaveLength(191);
    for (const code of codes) {
      await store.ccgs.create({ code, name: `CCG ${code}`, channelId: 'C123' }, monday);
      const propose = () => importers.practices(bytes, store.ccg(code), code, monday);
      await (await propose()).apply();
      expect((await propose()).isEmpty, code).toBe(true);
    }
    expect(
      await sql(url, 'SELECT count(*)::int AS n FROM "Practice" WHERE "closedOn" IS NULL'),
    ).toEqual([{ n: 6830 }]);
    await store.close();
  },
);
