// Start and stop. With Slack's tokens in the environment the bot serves that workspace; with none it opens the sandbox.
import { type RunningApp, startApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { serveHealth } from './health.ts';
import { createLog, describeError, type Log } from './log.ts';
import { followClock, machineClock } from './schedule/clock.ts';
import type { Access } from './slack/connect.ts';
import { openStore } from './store/open.ts';
import type { Store } from './store/store.ts';

const start = async () => {
  const config = readConfig(process.env);
  const opened = await openStore(config);
  let running: Running | undefined;
  let isLeaving = false;
  const stop = async () => {
    isLeaving = true;
    await running?.stop();
    await opened.close();
    process.exit(0);
  };
  const leaving = new Promise<void>((leave) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => leave());
  }).then(stop);
  const begin = config.slack ? serveSlack(config, config.slack, opened.store) : openSandbox(config, opened.store);
  running = await begin.catch(async (error) => {
    await opened.close();
    throw error;
  });
  await running.begin().catch((error) => (isLeaving ? leaving : Promise.reject(error)));
};

/** `begin` is what happens once it runs and can be stopped. */
type Running = RunningApp & { begin(): Promise<void> };

const serveSlack = async (config: Config, access: Access, store: Store): Promise<Running> => {
  const log = createLog(config.logLevel);
  const app = await startBot(config, access, store, log);
  const health = config.healthPort === undefined ? undefined : serveHealth(config.healthPort, store.isReachable);
  return {
    begin: async () => log.info({ mode: access.mode }, 'connected to Slack'),
    stop: async () => {
      health?.close();
      await app.stop();
    },
  };
};

/** The sandbox and all that belongs to it is loaded here, and only here. */
const openSandbox = async (config: Config, store: Store): Promise<Running> => {
  const { openDemo } = await import('./demo.ts');
  const demo = await openDemo(config, store, new Date());
  const connected = readConfig({ ...process.env, ...demo.variables });
  if (!connected.slack) throw new Error('The sandbox gave no tokens.');
  const app = await startBot(connected, connected.slack, store, createLog('warn'));
  return {
    begin: async () => {
      await demo.play();
      console.log(whatToTry(demo.url));
    },
    stop: async () => {
      await app.stop();
      await demo.close();
    },
  };
};

const startBot = async ({ clockUrl, slashCommand }: Config, access: Access, store: Store, log: Log): Promise<RunningApp> => {
  process.on('unhandledRejection', (error) => log.error(describeError(error), 'something failed in the background'));
  const clock = clockUrl ? await followClock(clockUrl) : machineClock;
  return startApp({ access, store, clock, slashCommand, log });
};

const whatToTry = (url: string) => `
CCG Engage is running in a sandbox workspace: ${url}

Three things to try there:
  1. As Dr Amara Osei, type /ccg claim, and take your practice’s lead role.
  2. As Priya Nair, who leads engagement, type /ccg survey, send it, and move the clock to the next sending time.
  3. As Dr Osei again, answer it in three taps; then, as Priya Nair, type /ccg summary.

Press Ctrl+C to stop. What happens here is kept in the data folder.`;

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
