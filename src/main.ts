// Start and stop. With Slack's tokens in the environment the bot serves that workspace; with none it opens the sandbox.
import { startApp } from './app.ts';
import { ConfigError, readConfig } from './config.ts';
import { demoStart, playDemo } from './demo.ts';
import { serveHealth } from './health.ts';
import { createLog, describeError } from './log.ts';
import { followClock, machineClock } from './schedule/clock.ts';
import { openStore } from './store/open.ts';

const start = async () => {
  const config = readConfig(process.env);
  const log = createLog(config.slack ? config.logLevel : 'warn');
  process.on('unhandledRejection', (error) => log.error(describeError(error), 'something failed in the background'));

  const opened = await openStore(config);
  const { store } = opened;
  const sandbox = config.slack ? undefined : await openOwnSandbox(config.dataDir, config.sandboxPort);
  const { slack: access, clockUrl } = sandbox ? readConfig({ ...process.env, ...sandbox.socketVariables }) : config;
  if (!access) throw new Error('the sandbox gave no tokens');
  const clock = clockUrl ? await followClock(clockUrl) : machineClock;
  const app = await startApp({ access, store, clock, slashCommand: config.slashCommand, log });
  const health = config.healthPort === undefined ? undefined : serveHealth(config.healthPort, store.isReachable);

  const stop = async () => {
    health?.close();
    await app.stop();
    await sandbox?.close();
    await opened.close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop());

  if (sandbox) {
    console.log('Playing three months of an invented CCG, so that there is something to see.');
    await playDemo(store, sandbox.url, new Date());
    console.log(whatToTry(sandbox.url));
  } else log.info({ mode: access.mode }, 'connected to Slack');
};

const openOwnSandbox = async (dataDir: string, port: number) => {
  const { openLocalSandbox } = await import('./sandbox/local.ts');
  return openLocalSandbox({ dataDir, port, startAt: demoStart(new Date()) });
};

const whatToTry = (url: string) => `
CCG Engage is running in a sandbox workspace: ${url}

Three things to try there:
  1. As Dr Amara Osei, type /ccg claim, and take your practice’s lead role.
  2. As Priya Nair, who leads engagement, type /ccg survey, send it, and move the clock to the next sending time.
  3. As Dr Osei again, answer it in three taps; then, as Priya Nair, type /ccg summary.

Press Ctrl+C to stop. Everything is kept in ./data.`;

start().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
