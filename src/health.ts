// GET /healthz for whoever watches over the bot.
import { createServer } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { formatDuration } from './domain/text/words.ts';

export type Health = { close(): void };

/** What is asked of the bot. */
export type HealthProbe = {
  isSlackReached(): boolean;
  /** By the monotonic clock, in milliseconds: when every job had last run and none failed. */
  roundEndedAt(): number;
  /** Asks the database whether Slack refuses the app, until when it waits then, and why. */
  refusedBySlack(): Promise<{ readonly until: Date; readonly error: string } | undefined>;
  /** Writes to the database. */
  write(): Promise<void>;
};

/** Longer than this nobody waits for the database. */
const PROBE_TIMEOUT_MS = 2000;
/** A round a minute, and as long again for a slow one; told within two minutes. */
const MAX_ROUND_AGE_MS = 110_000;

/**
 * Answers 200 while the bot works, and 503 with the reason while the database does not take what is
 * written, Slack cannot be reached or does not accept the app, or jobs stand still.
 */
export const serveHealth = (port: number, pulse: () => HealthProbe | undefined): Health => {
  const ask = oneAtATime(askDatabase);
  const server = createServer(async (request, response) => {
    if (request.url !== '/healthz') return void response.writeHead(404).end();
    const state = await stateOf(pulse(), ask);
    const isHealthy = Object.values(state).every((each) => each === 'ok');
    response
      .writeHead(isHealthy ? 200 : 503, { 'content-type': 'application/json' })
      .end(JSON.stringify(state));
  });
  server.listen(port);
  return { close: () => void server.close() };
};

type DatabaseState = {
  readonly database: string;
  readonly refused?: Awaited<ReturnType<HealthProbe['refusedBySlack']>>;
};

const unreachable: DatabaseState = { database: 'not reachable' };

const askDatabase = async (pulse: HealthProbe): Promise<DatabaseState> => {
  const asked = await pulse.refusedBySlack().then(
    (refused) => ({ refused }),
    () => undefined,
  );
  if (!asked) return unreachable;
  const database = await pulse.write().then(
    () => 'ok',
    () => 'does not take what is written: is it read-only, or its disk full?',
  );
  return { database, ...asked };
};

/** While one question is not answered, whoever asks waits for the same: none pile up. */
const oneAtATime = <Given, Result>(work: (given: Given) => Promise<Result>) => {
  let current: Promise<Result> | undefined;
  return (given: Given): Promise<Result> => {
    current ??= work(given).finally(() => {
      current = undefined;
    });
    return current;
  };
};

/** Before the database has been reached, there is no pulse. */
const stateOf = async (pulse: HealthProbe | undefined, ask: typeof askDatabase) => {
  if (!pulse) return { database: unreachable.database };
  const late = pause(PROBE_TIMEOUT_MS, unreachable, { ref: false });
  const { database, refused } = await Promise.race([ask(pulse), late]);
  return { database, slack: describeSlack(pulse, refused), jobs: describeJobs(pulse) };
};

const describeSlack = (pulse: HealthProbe, refused: DatabaseState['refused']) => {
  if (!pulse.isSlackReached()) return 'not reachable';
  return refused ? `${refused.error}, asked again at ${refused.until.toISOString()}` : 'ok';
};

const describeJobs = ({ roundEndedAt }: HealthProbe) => {
  const age = performance.now() - roundEndedAt();
  return age < MAX_ROUND_AGE_MS
    ? 'ok'
    : `have not all run without an error for ${formatDuration(age / 1000)}: see the log`;
};
