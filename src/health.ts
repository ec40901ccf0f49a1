// GET /healthz for whoever watches over the bot.
import { createServer } from 'node:http';

export type Health = { close(): void };

/** Answers 200 while the database answers, 503 while it does not. */
export const serveHealth = (port: number, isDatabaseReachable: () => Promise<boolean>): Health => {
  const server = createServer(async (request, response) => {
    if (request.url !== '/healthz') return void response.writeHead(404).end();
    const isHealthy = await isDatabaseReachable();
    response
      .writeHead(isHealthy ? 200 : 503, { 'content-type': 'application/json' })
      .end(JSON.stringify({ database: isHealthy ? 'ok' : 'not reachable' }));
  });
  server.listen(port);
  return { close: () => void server.close() };
};
