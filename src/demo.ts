// Plays three months of an invented CCG through the bot's own actions and clock, so that the first
// summary is worth reading.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';
import type { DemoContext } from './demo/context.ts';
import { tellStory } from './demo/story.ts';
import { addDays, londonDay, londonTime, weekOf } from './domain/time/calendar.ts';
import { importers } from './files/proposals.ts';
import { announce, type Log } from './log.ts';
import { openLocalSandbox } from './sandbox/local.ts';
import { readUsers } from './sandbox/people.ts';
import { post, visitor } from './sandbox/visitor.ts';
import type { Store } from './store/store.ts';

export const DEMO_CCG = { code: '99Z', name: 'NHS Fernshire CCG', channelId: 'C0ENGAGE' };
const LEADS = [
  { name: 'Priya Nair', email: 'priya.nair@fernshire.example' },
  { name: 'Tom Ashworth', email: 'tom.ashworth@fernshire.example' },
];
const WEEKS = 13;

/** The Monday morning on which the story begins. */
const demoStart = (now: Date): Date => londonTime(weekOf(addDays(now, -7 * WEEKS)), '08:30');

/** The CCG, its practices, people and leads: what a person who runs the bot would set up. */
export const setUpDemo = async (store: Store, now: Date): Promise<void> => {
  await store.ccgs.create(DEMO_CCG, now);
  const shelf = store.ccg(DEMO_CCG.code);
  for (const [kind, propose] of Object.entries(importers)) {
    const bytes = readFileSync(new URL(`demo/${kind}.csv`, import.meta.url));
    await (await propose(bytes, shelf, DEMO_CCG.code, now)).apply();
  }
  for (const { name, email } of LEADS)
    await shelf.people.addLead({ name, email, slackId: null }, now);
};

export type Demo = {
  readonly url: string;
  readonly variables: Record<string, string>;
  play(): Promise<void>;
  close(): Promise<void>;
};

/** Opens the sandbox on the data folder. `play` tells the story once, so that it ends `now`. */
export const openDemo = async (
  { dataDir, sandboxPort: port }: DemoLocation,
  store: Store,
  now: Date,
  log: Log,
): Promise<Demo> => {
  if (await store.accounts.hasOthersThan(readUsers().map(({ id }) => id)))
    throw new Error(FOREIGN_DATA);
  const { url, socketVariables, close } = await openLocalSandbox({
    dataDir,
    port,
    startAt: demoStart(now),
  });
  const told = join(dataDir, 'story-told');
  const play = async () => {
    if (existsSync(told)) return;
    if ((await store.ccgs.all()).length > 0) return announce(log, INTERRUPTED);
    announce(
      log,
      'Playing three months of an invented CCG, so that there is something to see. This ' +
        'takes a moment.',
    );
    await setUpDemo(store, demoStart(now));
    await tellStory(createStage(url, demoStart(now)));
    await post(`${url}/control/clock`, { to: now });
    writeFileSync(told, '');
  };
  return { url, variables: socketVariables, play, close };
};

type DemoLocation = Pick<Config, 'dataDir' | 'sandboxPort'>;

const FOREIGN_DATA =
  'This data belongs to a real Slack workspace, so the sandbox is not opened on it. Set ' +
  'Slack’s tokens to serve that workspace, or another DATA_DIR for the sandbox.';

const INTERRUPTED =
  'There is a CCG in the data already, so the story of the invented one was not played. To ' +
  'see it from the start, remove the data folder or use another DATA_DIR.';

const createStage = (url: string, start: Date): DemoContext => {
  const users = readUsers();
  const moveTo = (to: Date) => post(`${url}/control/clock`, { to });
  const dayOf = (week: number, day: number) => londonDay(addDays(start, week * 7 + day));
  return {
    as: (name) => visitor(url, users, name),
    everyone: users.map(({ name }) => visitor(url, users, name)),
    until: async (week, day, time) => void (await moveTo(londonTime(dayOf(week, day), time))),
    day: dayOf,
  };
};
