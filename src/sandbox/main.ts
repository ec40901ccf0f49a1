// `npm run sandbox`: the sandbox alone, with what a bot needs to connect to it.
import { openLocalSandbox } from './local.ts';

const port = Number(process.env['SANDBOX_PORT'] || 4400);
const sandbox = await openLocalSandbox({ dataDir: process.env['DATA_DIR'] || './data', port });
const { SLACK_API_URL, SLACK_BOT_TOKEN, SLACK_APP_TOKEN, SLACK_SIGNING_SECRET, CLOCK_URL } =
  sandbox.variables;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const stopped = new Promise<void>((leave) => {
  for (const signal of signals) process.on(signal, () => leave()); // each may come twice
});

const common =
  `SLACK_API_URL=${SLACK_API_URL} SLACK_BOT_TOKEN=${SLACK_BOT_TOKEN} ` + `CLOCK_URL=${CLOCK_URL}`;
console.log(`The sandbox workspace is open: ${sandbox.url}

Connect a bot to it in Socket Mode with
  ${common} SLACK_APP_TOKEN=${SLACK_APP_TOKEN} npm start
or over HTTP with
  ${common} SLACK_SIGNING_SECRET=${SLACK_SIGNING_SECRET} PORT=3000 npm start`);

await stopped;
await sandbox.close();
process.exit(0);
