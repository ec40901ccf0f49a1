// The true bot in a sandbox: real Bolt, real PostgreSQL, the invented CCG. Only Slack's servers are
// stood in for.
import { type RunningApp, startApp } from '../../../src/app.ts';
import { DEMO_CCG, setUpDemo } from '../../../src/demo.ts';
import { createLog, type Log } from '../../../src/log.ts';
import { channels, readUsers } from '../../../src/sandbox/people.ts';
import { openSandbox, type Sandbox } from '../../../src/sandbox/sandbox.ts';
import { post, type Visitor, visitor } from '../../../src/sandbox/visitor.ts';
import type { User } from '../../../src/sandbox/workspace.ts';
import { followClock } from '../../../src/schedule/clock.ts';
import type { DeliverySettings } from '../../../src/schedule/job.ts';
import { openStore } from '../../../src/store/postgres/open.ts';
import type { CcgStore, Store } from '../../../src/store/store.ts';
import { newDatabase } from '../database/database.ts';
import { freePort } from './port.ts';

export type Mode = 'socket' | 'http';

export type TestWorld = {
  readonly sandbox: Sandbox;
  readonly store: Store;
  readonly databaseUrl: string;
  readonly ccgStore: CcgStore;
  /** Somebody of the workspace, by a part of their name. */
  as(name: string): Visitor;
  /** Moves the clock; everything due on the way happens. */
  moveTo(time: string): Promise<void>;
  startBot(): Promise<RunningApp>;
  close(): Promise<void>;
};

type WorldOptions = {
  readonly mode?: Mode;
  readonly startAt?: string;
  readonly delivery?: DeliverySettings;
  /** A data folder for the bot's own PostgreSQL; without one, a fresh database by its URL. */
  readonly dataDir?: string | undefined;
  readonly log?: Log;
  /** The address by which the bot reaches the Web API, in place of the sandbox's own. */
  readonly through?: (apiUrl: string) => string;
  /** People besides those of the sandbox. */
  readonly moreUsers?: readonly User[];
};

const silent = createLog(process.env['TEST_LOG'] ?? 'silent');

/** Monday morning, with three working weeks ahead. */
const MONDAY = '2026-09-07T08:00:00Z';

export const openWorld = async ({
  mode = 'socket',
  startAt = MONDAY,
  delivery,
  dataDir,
  log = silent,
  through = (apiUrl) => apiUrl,
  moreUsers = [],
}: WorldOptions = {}): Promise<TestWorld> => {
  const port = await freePort();
  const users = [...readUsers(), ...moreUsers];
  const requestUrl = `http://127.0.0.1:${port}/slack/events`;
  const sandbox = await openSandbox({
    port: 0,
    users,
    channels,
    manifestPath: 'manifest.yml',
    startAt: new Date(startAt),
    requestUrl,
  });
  const databaseUrl = await newDatabase(true);
  const opened = await openStore({
    databaseUrl: dataDir ? undefined : databaseUrl,
    dataDir: dataDir ?? '',
  });
  const { store } = opened;
  await setUpDemo(store, new Date(startAt));
  const bots: RunningApp[] = [];
  const startBot = async () => {
    const credentials = accessTo(sandbox, mode, port);
    const apiUrl = through(credentials.apiUrl);
    const clock = await followClock(sandbox.variables.CLOCK_URL);
    const bot = await startApp({
      credentials: { ...credentials, apiUrl },
      store,
      clock,
      slashCommand: '/ccg',
      log,
      ...(delivery ? { delivery } : {}),
    });
    bots.push(bot);
    return bot;
  };
  await startBot();
  // returns when the bot has caught up and met everyone
  await post(`${sandbox.url}/control/clock`, { to: startAt });
  return {
    sandbox,
    store,
    databaseUrl,
    ccgStore: store.ccg(DEMO_CCG.code),
    startBot,
    as: (name) => visitor(sandbox.url, users, name),
    moveTo: async (to) => void (await post(`${sandbox.url}/control/clock`, { to })),
    close: async () => {
      for (const bot of bots) await bot.stop();
      await opened.close();
      await sandbox.close();
    },
  };
};

const accessTo = ({ variables }: Sandbox, mode: Mode, port: number) => {
  const {
    SLACK_BOT_TOKEN: botToken,
    SLACK_APP_TOKEN: appToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: apiUrl,
  } = variables;
  return mode === 'socket'
    ? { mode, botToken, appToken, apiUrl }
    : { mode, botToken, signingSecret, port, apiUrl };
};
