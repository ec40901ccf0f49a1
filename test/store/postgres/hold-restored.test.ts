import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { addDays } from '../../../src/domain/time/calendar.ts';
import { holdRestored } from '../../../src/store/postgres/hold-restored.ts';
import { type CcgStore, createStore, type Store } from '../../../src/store/store.ts';
import { newDatabase } from '../../support/database/database.ts';
import { monday } from '../../world.ts';

describe('what was due between a backup and its return', () => {
  let store: Store;
  let ccgStore: CcgStore;
  const back = addDays(monday, 20);
  beforeAll(async () => {
    store = createStore(await newDatabase());
    await setUpDemo(store, monday);
    ccgStore = store.ccg(DEMO_CCG.code);
    const { members } = await ccgStore.register();
    for (const [repeat, days] of [
      ['once', 1],
      ['monthly', 2],
      ['once', 40],
    ] as const)
      await ccgStore.series.add(
        {
          id: randomUUID(),
          asking: { kind: 'reminder', text: 'Bring a pen.', link: null, days: null, named: false },
          audience: { kind: 'everyone' },
          repeat,
          firstAt: addDays(monday, days),
          createdBy: members[0]?.id ?? '',
        },
        monday,
      );
  });
  afterAll(() => store?.close());

  it('is held and shown to leads, and what comes later stays planned', async () => {
    expect(await holdRestored(store, back)).toBe(2);
    expect(await ccgStore.series.due(back)).toEqual([]);
    const planned = await ccgStore.series.planned(back);
    expect(planned.map(({ unsentWhy, endedAt }) => [Boolean(unsentWhy), Boolean(endedAt)])).toEqual(
      expect.arrayContaining([
        [true, true],
        [true, false],
        [false, false],
      ]),
    );
    expect(planned.find(({ unsentWhy }) => unsentWhy)?.unsentWhy).toContain('from a backup');
  });

  it('is not posted a second time where it is a summary, and leads are told', async () => {
    const month = back.toISOString().slice(0, 7);
    expect(await ccgStore.summaries.take(month, back)).toBe(false);
    expect(await ccgStore.summaries.whyNotPosted()).toMatchObject({
      error: 'restored_from_backup',
    });
  });
});
