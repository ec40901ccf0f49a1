// The three months of the demo, played to a given end, and what must come of them.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { DEMO_CCG, openDemo } from '../../src/demo.ts';
import { createLog } from '../../src/log.ts';
import { readUsers } from '../../src/sandbox/people.ts';
import { visitor } from '../../src/sandbox/visitor.ts';
import { followClock } from '../../src/schedule/clock.ts';
import { createStore } from '../../src/store/store.ts';
import { newDatabase } from './database/database.ts';

export const playThreeMonths = async (end: string): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'ccg-engage-'));
  const store = createStore(await newDatabase());
  const log = createLog('error');
  const demo = await openDemo({ dataDir, sandboxPort: 0 }, store, new Date(end), log);
  const { slack: credentials, slashCommand } = readConfig(demo.variables);
  if (!credentials) throw new Error('The sandbox gave no tokens.');
  const bot = await startApp({
    credentials,
    store,
    clock: await followClock(demo.variables['CLOCK_URL'] ?? ''),
    slashCommand,
    log,
  });
  await demo.play();

  const ccgStore = store.ccg(DEMO_CCG.code);
  const rounds = await ccgStore.rounds.recent(10);
  expect(rounds.map(({ template }) => template)).toEqual([
    'call_for_topics',
    'member_pulse',
    'meeting_follow_up',
    'member_pulse',
  ]);
  expect(rounds[1]?.turnout.filter(({ outcome }) => outcome === 'answered').length).toBeGreaterThan(
    20,
  );
  const nair = visitor(demo.url, readUsers(), 'Priya Nair');
  await nair.type('summary');
  for (const heading of [
    'Who takes part',
    'Practices with a lead',
    'Taking part in surveys',
    'What we heard: How are we doing?',
    'You said, we will:',
  ])
    expect(await nair.reads()).toContain(heading);

  expect(await ccgStore.wins.recent(1)).toMatchObject([
    { practice: 'Abbey Medical Centre', interested: 2, practices: 1 },
  ]);

  const osei = (await ccgStore.register()).members.find(({ name }) => name.includes('Osei'));
  const [, ...busy] =
    (await ccgStore.prompts.reservations([osei?.id ?? ''], new Date(end)))
      .get(osei?.id ?? '')
      ?.filter(({ dueAt }) => dueAt.getTime() > Date.parse(end) - 7 * 86_400_000) ?? [];
  expect(busy).toEqual([]); // a newcomer's own survey finds room in this week
  await bot.stop();
  await demo.close();
  await store.close();
  await rm(dataDir, { recursive: true });
};
