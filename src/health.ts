// GET /healthz for whoever watches over the bot.
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';

export type Health = { close(): void };

/**
 * What is asked of the bot: whether Slack can be reached, and whether it refuses the app, until
 * when it is not asked again, and why.
 */
export type HealthProbe = {
  isSlackReached(): boolean;
  /** Asks the database. */
  refusedBySlack(): Promise<{ readonly until: Date; readonly error: string } | undefined>;
};

/** Longer than this nobody waits for the database. */
const PROBE_TIMEOUT_MS = 2000;

/**
 * Answers 200 while the bot works, and 503 with the reason while it waits for the database or
 * Slack, or Slack does not let it speak.
 */
export const serveHealth = (port: number, pulse: () => HealthProbe | undefined): Health => {
  const server = createServer(async (request, response) => {
    if (request.url !== '/healthz') return void response.writeHead(404).end();
    const state = await stateOf(pulse());
    const isHealthy = Object.values(state).every((each) => each === 'ok');
    response
      .writeHead(isHealthy ? 200 : 503, { 'content-type': 'application/json' })
      .end(JSON.stringify(state));
  });
  server.listen(port);
  return { close: () => void server.close() };
};

/** Before the database has been reached, there is no pulse. */
const stateOf = async (pulse: HealthProbe | undefined) => {
  if (!pulse) return { database: 'not reachable' };
  const asked = pulse.refusedBySlack().then(
    (refused) => ({ refused }),
    () => undefined,
  );
  const known = await Promise.race([asked, pause(PROBE_TIMEOUT_MS, undefined, { ref: false })]);
  return { database: known ? 'ok' : 'not reachable', slack: describeReach(pulse, known?.refused) };
};

const describeReach = (
  pulse: HealthProbe,
  refused: Awaited<ReturnType<HealthProbe['refusedBySlack']>>,
) => {
  if (!pulse.isSlackReached()) return 'not reachable';
  return refused ? `${refused.error}, asked again at ${refused.until.toISOString()}` : 'ok';
};
