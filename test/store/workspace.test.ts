import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_CCG, setUpDemo } from '../../src/demo.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { newDatabase } from '../support/database/database.ts';
import { monday } from '../world.ts';

describe('the workspace that the data belongs to', () => {
  let store: Store;
  const [ours, other] = [
    { teamId: 'T0OURS', name: 'Ours' },
    { teamId: 'T0OTHER', name: 'Other' },
  ];
  const account = {
    slackId: 'U0OLD',
    email: 'priya.nair@fernshire.example',
    name: 'Dr Amara Osei',
    isActive: true,
    kind: 'full' as const,
  };
  beforeAll(async () => {
    store = createStore(await newDatabase());
    await setUpDemo(store, monday);
  });
  afterAll(() => store?.close());

  it('is the first one, whichever comes later or at the same time', async () => {
    const known = await Promise.all([
      store.workspace.remember(ours, monday),
      store.workspace.remember(ours, monday),
    ]);
    expect(known).toMatchObject([ours, ours]);
    expect(await store.workspace.remember(other, monday)).toMatchObject(ours);
  });

  it('changes only when it is told to, and people are found there by their address', async () => {
    await store.accounts.link([account]);
    expect(await store.accounts.ccgOf('U0OLD')).toBe(DEMO_CCG.code);
    await store.accounts.noteLookUp(monday);
    expect(await store.accounts.countToLookUp(monday)).toBe(0);
    await store.workspace.leave();
    expect(await store.accounts.ccgOf('U0OLD')).toBeUndefined();
    expect(await store.accounts.countToLookUp(monday)).toBeGreaterThan(0);
    expect(await store.workspace.remember(other, monday)).toMatchObject(other);
    await store.accounts.link([{ ...account, slackId: 'U0NEW' }]);
    expect(await store.accounts.ccgOf('U0NEW')).toBe(DEMO_CCG.code);
  });
});
