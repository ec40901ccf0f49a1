// Start and stop. With Slack's tokens in the environment the bot serves that workspace; with none
// it opens the sandbox.
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { type Parts, type RunningApp, startApp } from './app.ts';
import { type Config, readConfig } from './config.ts';
import { type Health, type HealthProbe, serveHealth } from './health.ts';
import { announce, createLog, describeError, type Log } from './log.ts';
import { followClock, machineClock } from './schedule/clock.ts';
import type { SlackCredentials } from './slack/bolt/connect.ts';
import { type OpenStore, openStore } from './store/postgres/open.ts';
import type { Store } from './store/store.ts';

const start = async (leaving: AbortSignal, started: Started) => {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  const state = { isSlackReached: false, roundEndedAt: performance.now() };
  let pulse: HealthProbe | undefined;
  if (config.healthPort !== undefined) started.health = serveHealth(config.healthPort, () => pulse);
  started.opened = waitForStore(config, log, leaving);
  const { store } = await started.opened;
  pulse = pulseOf(store, state);
  const rest = {
    store,
    log,
    onConnectionChange: (isReached: boolean) => {
      state.isSlackReached = isReached;
    },
    onRoundEnd: () => {
      state.roundEndedAt = performance.now();
    },
  };
  started.running = await (config.slack
    ? serveSlack(config, config.slack, rest)
    : openSandbox(config, rest));
  await started.running.begin();
};

/** What has been started so far, and is to be stopped. */
type Started = { health?: Health; opened?: Promise<OpenStore>; running?: RunningBot };

/** Stops what has been started, the last first. What takes too long is left. */
const stop = async ({ health, opened, running }: Started) => {
  health?.close();
  await inTime(running?.stop());
  await inTime(opened?.then(({ close }) => close()));
};

const inTime = (work: Promise<void> | undefined) =>
  Promise.race([work, pause(SHUTDOWN_TIMEOUT_MS)]).catch(() => {});

/** `begin` is what happens once it runs and can be stopped. */
type RunningBot = RunningApp & { begin(): Promise<void> };

type Rest = Pick<Parts, 'store' | 'log' | 'onConnectionChange' | 'onRoundEnd'>;

const serveSlack = async (
  config: Config,
  credentials: SlackCredentials,
  rest: Rest,
): Promise<RunningBot> => {
  const app = await startBot(config, credentials, rest);
  return {
    begin: async () => rest.log.info({ mode: credentials.mode }, 'connected to Slack'),
    stop: app.stop,
  };
};

type State = { readonly isSlackReached: boolean; readonly roundEndedAt: number };

const pulseOf = ({ deliveries, idempotency }: Store, state: State): HealthProbe => ({
  isSlackReached: () => state.isSlackReached,
  roundEndedAt: () => state.roundEndedAt,
  refusedBySlack: () => deliveries.refusedBySlack(new Date()),
  write: () => idempotency.writeHeartbeat(new Date()),
});

/**
 * What is in flight is finished within this time; what is not becomes uncertain and is looked for
 * by whoever comes next.
 */
const SHUTDOWN_TIMEOUT_MS = 10_000;
const FIRST_PAUSE_MS = 500;
const MAX_PAUSE_MS = 30_000;

/** Where the database cannot be reached, waits with growing pauses until it can. */
const waitForStore = async (config: Config, log: Log, leaving: AbortSignal): Promise<OpenStore> => {
  for (let wait = FIRST_PAUSE_MS; ; wait = Math.min(wait * 2, MAX_PAUSE_MS)) {
    try {
      return await openStore(config, log);
    } catch (error) {
      if (!isUnreachable(error)) throw error;
      log.warn({ againInMs: wait }, 'the database cannot be reached');
      await pause(wait, undefined, { signal: leaving });
    }
  }
};

/**
 * No connection, or PostgreSQL that is only just starting (57P03), stopping (57P01) or starting
 * again after a crash (57P02).
 */
const isUnreachable = (error: unknown): boolean => {
  if (error instanceof AggregateError) return error.errors.every(isUnreachable);
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (/time-?out|Connection terminated/i.test(message)) return true; // pg gives these no code
  return [
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'EAI_AGAIN',
    'ETIMEDOUT',
    '57P01',
    '57P02',
    '57P03',
    '53300',
  ].includes(code);
};

/** The sandbox and all that belongs to it is loaded here, and only here. */
const openSandbox = async (config: Config, rest: Rest): Promise<RunningBot> => {
  const { openDemo } = await import('./demo.ts');
  const demo = await openDemo(config, rest.store, new Date(), rest.log);
  const connected = readConfig({ ...process.env, ...demo.variables });
  if (!connected.slack) throw new Error('The sandbox gave no tokens.');
  const app = await startBot(connected, connected.slack, { ...rest, log: createLog('warn') });
  return {
    begin: async () => {
      await demo.play();
      announce(rest.log, startupMessage(demo.url));
    },
    stop: async () => {
      await app.stop();
      await demo.close();
    },
  };
};

const startBot = async (
  { clockUrl, slashCommand }: Config,
  credentials: SlackCredentials,
  rest: Rest,
): Promise<RunningApp> => {
  process.on('unhandledRejection', (error) =>
    rest.log.error(describeError(error), 'something failed in the background'),
  );
  const clock = clockUrl ? await followClock(clockUrl) : machineClock;
  return startApp({ credentials, clock, slashCommand, ...rest });
};

const startupMessage = (url: string) => `
CCG Engage is running in a sandbox workspace: ${url}

Three things to try there:
  1. As Dr Amara Osei, type /ccg claim, and take your practice’s lead role.
  2. As Priya Nair, who leads engagement, type /ccg survey, send it, and move the clock to the
     next sending time.
  3. As Dr Osei again, answer it in three taps; then, as Priya Nair, type /ccg summary.

Press Ctrl+C to stop. What happens here is kept in the data folder.`;

/** Whoever starts it by hand reads a sentence; whatever collects its output gets a line of JSON. */
const explain = (error: unknown) => {
  const words = error instanceof Error ? error.message : String(error);
  if (process.stdout.isTTY) console.error(words);
  else createLog('info').error({}, words);
};

const leaving = new AbortController();
const started: Started = {};
// they may come more than once, and while it starts
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => leaving.abort());
leaving.signal.addEventListener('abort', () => void stop(started).finally(() => process.exit(0)));
start(leaving.signal, started).catch(async (error: unknown) => {
  if (leaving.signal.aborted) return;
  explain(error);
  await stop(started);
  process.exit(1);
});
