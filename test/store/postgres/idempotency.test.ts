import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createStore, type Store } from '../../../src/store/store.ts';
import { newDatabase } from '../../support/database/database.ts';

describe('what Slack passes on twice', () => {
  let store: Store;
  beforeAll(async () => {
    store = createStore(await newDatabase());
  });
  afterAll(() => store?.close());
  const [now, inAMoment, later] = [0, 5, 31].map(
    (seconds) => new Date(1_790_000_000_000 + seconds * 1000),
  ) as [Date, Date, Date];

  it('is done once, and a second copy waits until the first is done', async () => {
    const { begin: receive, finish } = store.idempotency;
    expect(await receive('tap', now)).toBe('to do');
    expect(await receive('tap', inAMoment)).toBe('under way');
    await finish('tap');
    expect(await receive('tap', inAMoment)).toBe('done');
    expect(await receive('tap', later)).toBe('done');
  });

  it('is done by the second copy where the first failed', async () => {
    const { begin: receive, forget } = store.idempotency;
    await receive('failed', now);
    await forget('failed');
    expect(await receive('failed', inAMoment)).toBe('to do');
  });

  it(
    'is done by the second copy where the process that had the first is no longer there, and ' +
      'by one only',
    async () => {
      const { begin: receive } = store.idempotency;
      await receive('lost', now);
      const turns = await Promise.all(Array.from({ length: 5 }, () => receive('lost', later)));
      expect(turns.sort()).toEqual(['to do', 'under way', 'under way', 'under way', 'under way']);
    },
  );
});

describe('a job that was run at a moment', () => {
  let store: Store;
  beforeAll(async () => {
    store = createStore(await newDatabase());
  });
  afterAll(() => store?.close());
  const [ten, eleven] = [10, 11].map((hour) => new Date(`2026-09-07T${hour}:00:00Z`)) as [
    Date,
    Date,
  ];

  it('is not run then by another, but again where the clock was set back', async () => {
    const { takeJobRun, deleteRunsAfter } = store.idempotency;
    expect(await takeJobRun('close rounds', eleven)).toBe(true);
    expect(await takeJobRun('close rounds', eleven)).toBe(false);
    expect(await deleteRunsAfter(ten)).toBe(1);
    expect(await takeJobRun('close rounds', eleven)).toBe(true);
  });
});
