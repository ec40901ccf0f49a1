import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { post } from '../../src/sandbox/visitor.ts';
import { judge } from '../chaos/assertions.ts';
import { type Ground, layGround, type Plot } from '../chaos/scenario.ts';
import { startTwoBots, type TwoBots } from '../support/bot/two-bots.ts';
import {
  addNewcomers,
  openSandboxFor,
  rememberConversations,
  remindEveryone,
} from '../support/many-people.ts';
import { monday, settings } from '../world.ts';

/**
 * How many are asked, and how bots are ended: `PEOPLE=600 SIGNAL=SIGKILL npm run proofs --
 * rolling`.
 */
const PEOPLE = Number(process.env['PEOPLE'] ?? 2000);
const SIGNAL = process.env['SIGNAL'] === 'SIGKILL' ? 'SIGKILL' : 'SIGTERM';
const BEFORE_SENDING = '2026-09-07T11:44:55Z';
const MINUTE_MS = 60_000;
/**
 * The first minute's messages go out at once, and each later minute's a minute after those before.
 */
const LIMITS_MS = (Math.ceil(PEOPLE / settings.messages_per_minute) - 1) * MINUTE_MS;
/** What a killed process was sending is looked for after a minute, twice. */
const MAX_MS = 1.1 * LIMITS_MS + 6 * MINUTE_MS;

let audienceData: Ground;
let plot: Plot;
let sandbox: Sandbox;
let bots: TwoBots;
beforeAll(async () => {
  audienceData = await layGround(inject('postgresUrl'));
  plot = await audienceData.newPlot();
  await addNewcomers(plot, PEOPLE);
  sandbox = await openSandboxFor(PEOPLE);
  bots = await startTwoBots(sandbox, plot.environment['DATABASE_URL'] ?? '');
  await moveTo(monday.toISOString()); // returns when the bots have found everyone in Slack
  await rememberConversations(plot); // opening 50 a minute would be the limit that counts
  await remindEveryone(plot);
});
afterAll(async () => {
  await bots?.end();
  await sandbox?.close();
  await plot?.drop();
  await audienceData?.close();
});

const moveTo = (to: string) => post(`${sandbox.url}/control/clock`, { to });
const count = async (which: string) =>
  Number((await plot.ask(`SELECT count(*) AS n FROM "Delivery" ${which}`))[0]?.['n']);

/**
 * When each message came to Slack, in milliseconds of the sandbox's clock, which runs like the
 * machine's.
 */
const arrivals = () =>
  [...sandbox.desk.workspace.messages.values()]
    .flat()
    .flatMap(({ metadata, ts }) => (metadata ? [Number(ts) * 1000] : []));

/** Counts how often Slack's own limits are met. */
const watchLimits = () => {
  const { traffic, onChange } = sandbox.desk;
  let [refused, last] = [0, traffic.at(-1)];
  onChange(() => {
    if (traffic.at(-1) !== last && traffic.at(-1)?.outcome === 'ratelimited') refused += 1;
    last = traffic.at(-1);
  });
  return () => refused;
};

/**
 * Each minute the other one, in the midst of what the minute lets them send. Returns how many were
 * there each time, and how the bots left.
 */
const restartEachMinute = async () => {
  const restarts: { there: number; code: number | null }[] = [];
  const began = Date.now();
  while (Date.now() - began < MAX_MS && (await count(`WHERE state <> 'sent'`)) > 0) {
    const there = arrivals().length;
    if (there >= (restarts.length + 0.5) * settings.messages_per_minute)
      restarts.push({ there, code: await bots.restartOlder(SIGNAL) });
    else await pause(50);
  }
  return restarts;
};

it(
  'two processes, one of them restarted each minute, lose and double nothing and are as quick ' +
    'as the limits let them',
  async () => {
    const refused = watchLimits();
    await moveTo(BEFORE_SENDING);
    const restarts = await restartEachMinute();
    const { lost, doubled, accounted } = await judge(sandbox, plot, [], PEOPLE);
    const took = Math.max(...arrivals()) - Math.min(...arrivals());
    console.log(
      `${PEOPLE} messages in ${(took / 1000).toFixed(1)} s, where the limits alone take ` +
        `${LIMITS_MS / 1000} s: ratio ${(took / LIMITS_MS).toFixed(3)}. ` +
        `${restarts.length} restarts by ${SIGNAL}, with ` +
        `${restarts.map(({ there }) => there).join(', ')} there. ` +
        `${lost.length} lost, ${doubled.length} doubled, ` +
        `${await count('WHERE looks > 0 OR attempts > 1')} uncertain resolved, ${refused()} ` +
        'refused by Slack’s limits.',
    );
    expect({ lost, doubled, accounted }, bots.log()).toEqual({
      lost: [],
      doubled: [],
      accounted: { sent: PEOPLE },
    });
    expect(refused()).toBe(0);
    if (SIGNAL === 'SIGKILL') return; // what was under way then takes its minutes
    expect(new Set(restarts.map(({ code }) => code))).toEqual(new Set([0]));
    expect(took / LIMITS_MS).toBeLessThan(1.1);
  },
);
