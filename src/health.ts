// GET /healthz for whoever watches over the bot.
import { createServer } from 'node:http';

export type Health = { close(): void };

/** What is asked of the bot: whether the database answers, and whether Slack refuses the app, until when it is not asked again, and why. */
export type Pulse = {
  isReachable(): Promise<boolean>;
  refusedBySlack(): Promise<{ readonly until: Date; readonly error: string } | undefined>;
};

/** Answers 200 while the bot works, and 503 with the reason while it waits for the database or Slack does not let it speak. */
export const serveHealth = (port: number, pulse: () => Pulse | undefined): Health => {
  const server = createServer(async (request, response) => {
    if (request.url !== '/healthz') return void response.writeHead(404).end();
    const state = await stateOf(pulse());
    const isHealthy = Object.values(state).every((each) => each === 'ok');
    response.writeHead(isHealthy ? 200 : 503, { 'content-type': 'application/json' }).end(JSON.stringify(state));
  });
  server.listen(port);
  return { close: () => void server.close() };
};

const stateOf = async (pulse: Pulse | undefined) => {
  if (!(await pulse?.isReachable())) return { database: 'not reachable' };
  const refused = await pulse?.refusedBySlack();
  return { database: 'ok', slack: refused ? `${refused.error}, asked again at ${refused.until.toISOString()}` : 'ok' };
};
