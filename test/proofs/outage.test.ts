import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { setUpDemo } from '../../src/demo.ts';
import { channels, readUsers } from '../../src/sandbox/people.ts';
import { textOf } from '../../src/sandbox/reading.ts';
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { post, visitor } from '../../src/sandbox/visitor.ts';
import { openStore } from '../../src/store/postgres/open.ts';
import { ASKED, judge } from '../chaos/assertions.ts';
import { gather, type People } from '../chaos/people.ts';
import { freePort } from '../support/bot/port.ts';
import { type BotProcess, startProcess } from '../support/bot/process.ts';
import { type Health, readHealth, readMemory } from '../support/bot/watch-process.ts';
import { sql } from '../support/database/database.ts';
import { type OwnPostgres, openPostgres } from '../support/database/own-postgres.ts';
import { monday } from '../world.ts';
import { throwDice } from './year/ccg.ts';

/** How long there is no database: `MINUTES=2 npm run proofs -- outage`. */
const MINUTES = Number(process.env['MINUTES'] ?? 10);
const SAMPLE_MS = 10_000;
const SURVEY_IS_SENT = '2026-09-07T11:46:00Z';
/** A week later, shortly before the reminders become due. */
const BEFORE_REMINDERS = '2026-09-14T11:44:30Z';
/** So many lines a minute the bot may write besides one for each apology: about one a job. */
const LINES_A_MINUTE = 15;

let postgres: OwnPostgres;
let sandbox: Sandbox;
let bot: BotProcess;
let healthPort: number;
let people: People;
beforeAll(async () => {
  postgres = await openPostgres();
  const opened = await openStore({ databaseUrl: postgres.url, dataDir: '' });
  await setUpDemo(opened.store, monday);
  await opened.close();
  sandbox = await openSandbox({
    port: 0,
    users: readUsers(),
    channels,
    manifestPath: 'manifest.yml',
    startAt: monday,
  });
  healthPort = await freePort();
  const { SLACK_SIGNING_SECRET: _, ...variables } = sandbox.variables;
  const environment = { ...variables, DATABASE_URL: postgres.url, HEALTH_PORT: String(healthPort) };
  bot = await startProcess('src/main.ts', environment, /connected to Slack/);
  people = gather(sandbox, throwDice(1), /^answer\./);
});
afterAll(async () => {
  await bot?.kill('SIGKILL');
  await sandbox?.close();
  await postgres?.close();
});

const moveTo = (to: string) => post(`${sandbox.url}/control/clock`, { to });
const as = (name: string) => visitor(sandbox.url, readUsers(), name);
const ask = (statement: string) => sql(postgres.url, statement);
const letters = () => [...sandbox.desk.workspace.messages.values()].flat();
const reminders = () =>
  letters().filter(({ blocks }) => textOf(blocks).includes('Bring a pen')).length;
const thanks = () => letters().filter(({ blocks }) => textOf(blocks).includes('Thank you')).length;
const apologies = () =>
  letters().filter(({ blocks }) => textOf(blocks).includes('something went wrong')).length;

/**
 * A survey that everyone has, and a reminder that waits for the next week, because a week has room
 * for one prompt.
 */
const askTwice = async () => {
  await moveTo(monday.toISOString()); // returns when the bot has met everyone
  const nair = as('Nair');
  await nair.type('survey');
  await nair.submit({ audience: 'everyone', names: 'named', chases: '0' });
  await nair.submit();
  await moveTo(SURVEY_IS_SENT);
  await nair.type('remind');
  await nair.submit({ text: 'Bring a pen.', audience: 'everyone' });
  await nair.submit();
  await moveTo(BEFORE_REMINDERS);
};

type Sample = { readonly memory: number; readonly health: Health };

/** People go on as ever: they tap, type and open Home. */
const liveThroughOutage = async (): Promise<Sample[]> => {
  const samples: Sample[] = [];
  for (const end = Date.now() + MINUTES * 60_000; Date.now() < end; ) {
    const next = Date.now() + SAMPLE_MS;
    samples.push({ memory: readMemory(bot), health: await readHealth(healthPort) });
    await people.tapSome(2);
    if (samples.length % 3 === 0)
      await Promise.all([as('Reid').type('who riverside'), as('Osei').openHome()]);
    await pause(Math.max(0, Math.min(next, end) - Date.now()));
  }
  return samples;
};

const mean = (samples: readonly Sample[]) =>
  samples.reduce((sum, { memory }) => sum + memory, 0) / samples.length;

it(
  'ten minutes without database: no acknowledged tap is missing, the bot stays and does not ' +
    'swell, and what was due arrives once',
  async () => {
    await askTwice();
    for (let time = 0; time < 3; time += 1) await people.tapSome(6);
    await Promise.all([people.tapSome(8), postgres.stop()]);
    const before = {
      taps: people.taps().length,
      lines: bot.output().split('\n').length,
      thanks: thanks(),
      apologies: apologies(),
    };

    const samples = await liveThroughOutage();
    const during = people.taps().slice(before.taps);
    const apologised = apologies() - before.apologies;
    const lines = bot.output().split('\n').length - before.lines;
    const others = (lines - apologised) / MINUTES;
    expect(during.filter(({ isTold }) => isTold)).toEqual([]);
    expect(thanks()).toBe(before.thanks);
    expect(apologised).toBeGreaterThanOrEqual(during.length);
    expect(new Set(samples.map(({ health }) => `${health.status} ${health.database}`))).toEqual(
      new Set(['503 not reachable']),
    );
    expect(reminders()).toBe(0);

    await Promise.all([people.tapSome(8), postgres.start()]);
    const backAt = Date.now();
    await expect
      .poll(() => readHealth(healthPort))
      .toEqual({ status: 200, database: 'ok', slack: 'ok' });
    await expect.poll(reminders, { timeout: 150_000 }).toBe(ASKED);
    const caughtUp = (Date.now() - backAt) / 1000;
    for (let time = 0; time < 3; time += 1) await people.tapSome(6);

    const { lost, doubled, accounted } = await judge(sandbox, { ask }, people.taps(), 2 * ASKED);
    const third = Math.floor(samples.length / 3);
    const [first, last] = [mean(samples.slice(0, third)), mean(samples.slice(-third))];
    const told = people.taps().filter(({ isTold }) => isTold).length;
    console.log(
      `${MINUTES} minutes without database. ${during.length} taps meanwhile, all apologised ` +
        `for; ${people.taps().length} in all, ${told} told “saved”, ` +
        `${lost.length} lost, ${doubled.length} doubled. /healthz said 503 all of ` +
        `${samples.length} times. Memory ${first.toFixed(0)} MB in the first third, ` +
        `${last.toFixed(0)} MB in the last: ratio ${(last / first).toFixed(3)}. ` +
        `${others.toFixed(1)} lines of log a minute besides ${apologised} apologies. ` +
        `${ASKED} reminders due meanwhile were there ${caughtUp.toFixed(0)} s after it was back.`,
    );
    expect({ lost, doubled, accounted }, bot.output()).toEqual({
      lost: [],
      doubled: [],
      accounted: { sent: 2 * ASKED },
    });
    expect(others).toBeLessThan(LINES_A_MINUTE);
    expect(last / first).toBeLessThan(1.15);
    expect(bot.child.exitCode, 'the same process all the time').toBeNull();
    expect(await bot.kill('SIGTERM')).toBe(0);
  },
);
