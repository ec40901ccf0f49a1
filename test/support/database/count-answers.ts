// Loaded into a bot process before anything else: prints a line for each answer that process sends
// to a response_url.
import { subscribe } from 'node:diagnostics_channel';

subscribe('undici:request:create', (message) => {
  const { request } = message as { request: { path: string } };
  if (request.path.startsWith('/response/')) console.log('answered');
});
