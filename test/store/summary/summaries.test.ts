import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { type CcgStore, createStore, type Store } from '../../../src/store/store.ts';
import { newDatabase } from '../../support/database/database.ts';
import { monday } from '../../world.ts';

describe('a summary that is posted by itself', () => {
  let store: Store;
  let summaries: CcgStore['summaries'];
  beforeAll(async () => {
    store = createStore(await newDatabase());
    await setUpDemo(store, monday);
    summaries = store.ccg(DEMO_CCG.code).summaries;
  });
  afterAll(() => store?.close());

  it('is taken by one process, and given back where it was not posted', async () => {
    const taken = await Promise.all([1, 2, 3].map(() => summaries.take('2026-10', monday)));
    expect(taken.filter(Boolean)).toHaveLength(1);
    await summaries.giveBack('2026-10');
    expect(await summaries.take('2026-10', monday)).toBe(true);
  });

  it('may or may not be there where the bot died meanwhile, and leads are told', async () => {
    expect(await summaries.whyNotPosted()).toEqual({ at: monday, error: 'interrupted' });
    await summaries.noteOutcome('2026-10', null, monday);
    expect(await summaries.whyNotPosted()).toBeUndefined();
  });

  it('is no matter any more once a lead has posted one by hand', async () => {
    const [lead] = await store.ccg(DEMO_CCG.code).people.leads();
    const [failed, later] = [new Date(monday.getTime() + 1000), new Date(monday.getTime() + 2000)];
    await summaries.take('2026-11', failed);
    await summaries.noteOutcome('2026-11', 'not_in_channel', failed);
    expect(await summaries.whyNotPosted()).toEqual({ at: failed, error: 'not_in_channel' });
    await summaries.notePosted(randomUUID(), lead?.id ?? '', later);
    expect(await summaries.whyNotPosted()).toBeUndefined();
  });

  it('goes to an engagement lead once a period', async () => {
    const [lead] = await store.ccg(DEMO_CCG.code).people.leads();
    const id = lead?.id ?? '';
    const taken = await Promise.all([1, 2].map(() => summaries.takePrivate(id, '2026-10')));
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await summaries.takePrivate(id, '2026-11')).toBe(true);
    await summaries.givePrivateBack(id, '2026-11');
    expect(await summaries.takePrivate(id, '2026-11')).toBe(true);
  });
});
