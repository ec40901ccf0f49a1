// The bot as a process of its own, with short waits for uncertain messages, so that tests can kill
// it and see it recover.
import { startApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import { createLog } from '../../../src/log.ts';
import { followClock } from '../../../src/schedule/clock.ts';
import { openStore } from '../../../src/store/postgres/open.ts';

const { slack: credentials, clockUrl, slashCommand, logLevel, ...place } = readConfig(process.env);
if (!credentials || !clockUrl)
  throw new Error('The test bot needs Slack’s variables and CLOCK_URL.');
const opened = await openStore(place);
const clock = await followClock(clockUrl);
const delivery = { leaseMs: 1000, lookEveryMs: 300, looks: 2, outagePauseMs: 300 };
const app = await startApp({
  credentials,
  store: opened.store,
  clock,
  slashCommand,
  log: createLog(logLevel),
  delivery,
});
console.log('ready');

process.once('SIGTERM', async () => {
  await app.stop();
  await opened.close();
  process.exit(0);
});
