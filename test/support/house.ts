// The true bot in a sandbox: real Bolt, real PostgreSQL, the invented CCG. Only Slack's servers are stood in for.
import { createServer } from 'node:net';
import { type RunningApp, startApp } from '../../src/app.ts';
import { DEMO_CCG, setUpDemo } from '../../src/demo.ts';
import { createLog } from '../../src/log.ts';
import { channels, readUsers } from '../../src/sandbox/people.ts';
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { post, type Visitor, visitor } from '../../src/sandbox/visitor.ts';
import { followClock } from '../../src/schedule/clock.ts';
import type { DeliverySettings } from '../../src/schedule/deliver.ts';
import { type CcgStore, createStore, type Store } from '../../src/store/store.ts';
import { newDatabase } from './database.ts';

export type Mode = 'socket' | 'http';

export type House = {
  readonly sandbox: Sandbox;
  readonly store: Store;
  readonly home: CcgStore;
  /** Somebody of the workspace, by a part of their name. */
  as(name: string): Visitor;
  /** Moves the clock; everything due on the way happens. */
  moveTo(time: string): Promise<void>;
  startBot(): Promise<RunningApp>;
  close(): Promise<void>;
};

type Options = {
  readonly mode?: Mode;
  readonly startAt?: string;
  readonly delivery?: DeliverySettings;
  readonly databaseUrl?: string;
};

/** Monday morning, with three working weeks ahead. */
export const MONDAY = '2026-09-07T08:00:00Z';

export const openHouse = async ({ mode = 'socket', startAt = MONDAY, delivery, databaseUrl }: Options = {}): Promise<House> => {
  const port = await freePort();
  const sandbox = await openSandbox({
    port: 0,
    users: readUsers(),
    channels,
    manifestPath: 'manifest.yml',
    startAt: new Date(startAt),
    requestUrl: `http://127.0.0.1:${port}/slack/events`,
  });
  const store = createStore(databaseUrl ?? (await newDatabase()));
  await setUpDemo(store, new Date(startAt));
  const bots: RunningApp[] = [];
  const startBot = async () => {
    const {
      SLACK_BOT_TOKEN: botToken,
      SLACK_APP_TOKEN: appToken,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: apiUrl,
      CLOCK_URL,
    } = sandbox.variables;
    const access = mode === 'socket' ? { mode, botToken, appToken, apiUrl } : { mode, botToken, signingSecret, port, apiUrl };
    const bot = await startApp({
      access,
      store,
      clock: await followClock(CLOCK_URL),
      slashCommand: '/ccg',
      log: createLog(process.env['TEST_LOG'] ?? 'silent'),
      ...(delivery ? { delivery } : {}),
    });
    bots.push(bot);
    return bot;
  };
  await startBot();
  return {
    sandbox,
    store,
    home: store.ccg(DEMO_CCG.code),
    startBot,
    as: (name) => visitor(sandbox.url, readUsers(), name),
    moveTo: async (to) => {
      await post(`${sandbox.url}/control/clock`, { to });
    },
    close: async () => {
      for (const bot of bots) await bot.stop();
      await store.close();
      await sandbox.close();
    },
  };
};

const freePort = () =>
  new Promise<number>((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => done(port));
    });
  });
