// One trial: people are asked, things go wrong while it is sent, then all is calm and what the
// sandbox saw is compared with the database.
import { setTimeout as pause } from 'node:timers/promises';
import { channels, readUsers } from '../../src/sandbox/people.ts';
import { openSandbox, type Sandbox } from '../../src/sandbox/sandbox.ts';
import { post, visitor } from '../../src/sandbox/visitor.ts';
import { runProcess } from '../support/bot/process.ts';
import { monday } from '../world.ts';
import { type ChaosAssertions, judge } from './assertions.ts';
import { type BotProcesses, startBotProcesses } from './bot-processes.ts';
import { type Happening, type Plan, planTrial } from './fault-plan.ts';
import { findVictim, type Outage, planOutages, signal } from './outages.ts';
import { gather, type People } from './people.ts';
import type { Ground, Plot } from './scenario.ts';

export type Trial = ChaosAssertions & {
  readonly seed: number;
  readonly story: readonly string[];
  readonly log: string;
  readonly resolved: number;
  readonly taps: number;
  /** How many struck. */
  readonly faults: number;
  readonly kills: number;
  /** How many processes were killed or frozen besides. */
  readonly outages: number;
  /** How long PostgreSQL was waited for at most. */
  readonly awayMs: number;
  /** What bots wrote that ended by themselves. */
  readonly fallen: readonly string[];
};

/** When the first message of Monday may be sent. */
const SENDING = '2026-09-07T11:45:10Z';
/** So often a minute passes before it is called stuck. */
const MAX_MINUTES = 25;

type Scene = {
  readonly sandbox: Sandbox;
  readonly plot: Plot;
  readonly processes: BotProcesses;
  readonly people: People;
  tell(what: string): void;
};

/** @throws where the trial itself cannot be held, which says nothing of the bot */
export const runTrial = async (
  audienceData: Ground,
  seed: number,
  bots: number,
): Promise<Trial> => {
  const plan = planTrial(seed);
  const plot = await audienceData.newPlot();
  const sandbox = await openSandbox({
    ...{ port: 0, users: readUsers(), channels, manifestPath: 'manifest.yml', startAt: monday },
    requestUrl: 'http://127.0.0.1:9/', // nobody is there while every socket is closed
  });
  let processes: BotProcesses | undefined;
  try {
    processes = await startBotProcesses(sandbox, plot.environment, bots);
    const story: string[] = [];
    let began = Date.now();
    const tell = (what: string) =>
      void story.push(`${String(Date.now() - began).padStart(5)} ms: ${what}`);
    const people = gather(
      sandbox,
      plan.dice,
      plan.asks === 'survey' ? /^answer\./ : /^(done|not_now)\./,
    );
    const scene = { sandbox, plot, processes, people, tell };
    await ask(sandbox, plan.asks);
    began = Date.now();
    const outages = plot.folder
      ? befall(scene, plot.folder, planOutages(seed))
      : Promise.resolve(0);
    const [left, outagesCame] = await Promise.all([storm(scene, plan), outages]);
    const resolved = await calm(scene);
    await people.tapSome(6);
    const assertions = await judge(sandbox, plot, people.taps());
    const faults =
      plan.happenings.reduce(
        (sum, each) => sum + (each.what === 'fault' ? each.fault.times : 0),
        0,
      ) - left;
    return {
      ...assertions,
      seed,
      story,
      resolved,
      faults,
      taps: people.taps().length,
      kills: processes.kills(),
      outages: outagesCame,
      awayMs: plot.longestAwayMs?.() ?? 0,
      fallen: processes.fallen(),
      log: processes.log(),
    };
  } finally {
    await processes?.end();
    await sandbox.close();
    await plot.drop();
  }
};

const moveTo = ({ url }: Sandbox, to: Date | string) => post(`${url}/control/clock`, { to });

const later = (sandbox: Sandbox, seconds: number) =>
  moveTo(sandbox, new Date(sandbox.desk.clock.now() + seconds * 1000));

const ask = async (sandbox: Sandbox, what: Plan['asks']) => {
  await moveTo(sandbox, monday.toISOString()); // returns when the bots have met everyone
  const lead = visitor(sandbox.url, readUsers(), 'Nair');
  await lead.type(what === 'survey' ? 'survey' : 'remind');
  await lead.submit(
    what === 'survey'
      ? { audience: 'everyone', names: 'named', chases: '0' }
      : { text: 'Bring a pen.', audience: 'everyone' },
  );
  await lead.submit();
};

const FAULTY = [
  'chat.postMessage',
  'conversations.open',
  'conversations.history',
  'chat.update',
  'interaction',
];

/** Returns how many faults were planned and found nothing left to strike. */
const storm = async (
  { sandbox, plot, processes, people, tell }: Scene,
  { happenings }: Plan,
): Promise<number> => {
  const began = Date.now();
  const underWay: Promise<unknown>[] = [];
  const begin = (work: Promise<unknown>) => {
    work.catch(() => {}); // it is told at the end, where all are waited for
    underWay.push(work);
  };
  const happen = async (happening: Happening) => {
    await pause(Math.max(0, began + happening.at - Date.now()));
    tell(JSON.stringify(happening));
    if (happening.what === 'fault') await post(`${sandbox.url}/control/fault`, happening.fault);
    if (happening.what === 'kill') processes.killOne(happening.which, happening.awayMs);
    if (happening.what === 'refresh') sandbox.desk.sockets.refresh();
    if (happening.what === 'database') await plot.cut();
    if (happening.what === 'clock') begin(later(sandbox, happening.seconds));
    if (happening.what === 'tap') begin(people.tapSome(happening.people));
  };
  for (const first of happenings.filter(({ at }) => at === 0)) await happen(first);
  begin(moveTo(sandbox, SENDING));
  for (const each of happenings.filter(({ at }) => at > 0)) await happen(each);
  let left = 0;
  for (const method of FAULTY) while (sandbox.desk.faults.take(method)) left += 1;
  tell('no more faults');
  await Promise.all([processes.complete(), ...underWay]);
  return left;
};

/** Returns how many found somebody to befall. */
const befall = async (
  scene: Scene,
  folder: string,
  outages: readonly Outage[],
): Promise<number> => {
  const began = Date.now();
  const came = outages.map(async (outage) => {
    await pause(Math.max(0, began + outage.at - Date.now()));
    scene.tell(JSON.stringify(outage));
    return happenTo(scene, folder, outage);
  });
  return (await Promise.all(came)).filter(Boolean).length;
};

const happenTo = async (
  { processes, plot, tell }: Scene,
  folder: string,
  outage: Outage,
): Promise<boolean> => {
  if (outage.what === 'command') {
    const args =
      outage.name === 'backup' ? ['backup', `${folder}/${outage.at}.backup`] : [outage.name];
    const { code, output } = await runProcess('src/cli.ts', { ...plot.environment }, args);
    tell(`${outage.name} ended with ${code}: ${output.slice(0, 500)}`);
    return false;
  }
  if (outage.what === 'freeze bot') {
    await processes.freezeOne(outage.which, outage.forMs);
    return true;
  }
  const pid = await findVictim(folder, outage.who);
  signal(pid, outage.what === 'kill postgres' ? 'SIGKILL' : 'SIGSTOP');
  if (outage.what === 'freeze postgres') await pause(outage.forMs);
  signal(pid, 'SIGCONT');
  return pid !== undefined;
};

const OPEN = `SELECT state::text FROM "Delivery" WHERE state IN ('due', 'held', 'sending') OR (state = 'uncertain' AND "notBefore" IS NOT NULL)
  OR (state = 'sent' AND stale > 0)`;
/** Those that were looked for, or are being. */
const DOUBTED = `SELECT id::text FROM "Delivery" WHERE state IN ('uncertain', 'sending') OR looks > 0`;
/**
 * What waits for half a minute or more of real time has waited for it. Leases, and how long
 * uncertain ones wait, are left as they are.
 */
const TIME_PASSES = [
  `UPDATE "Ccg" SET "pausedUntil" = NULL, "pauseError" = NULL`,
  `UPDATE "Delivery" SET "notBefore" = NULL WHERE state = 'due'`,
  `UPDATE "Delivery" SET "notBefore" = now() WHERE state = 'uncertain' AND "notBefore" > ` +
    `now() + interval '2 seconds'`,
];

/**
 * Minutes go by until nothing is on its way any more. Returns how many uncertain ones were seen,
 * and came to an end.
 */
const calm = async ({ sandbox, plot, processes, tell }: Scene): Promise<number> => {
  const uncertain = new Set<unknown>();
  for (let minute = 0; minute < MAX_MINUTES; minute += 1) {
    for (const { id } of await plot.ask(DOUBTED)) uncertain.add(id);
    const open = await plot.ask(OPEN);
    if (open.length === 0) break;
    for (const statement of TIME_PASSES) await plot.ask(statement);
    await later(sandbox, 60);
    await pause(320);
    await processes.complete();
  }
  const left = await plot.ask(`SELECT FROM "Delivery" WHERE state IN ('uncertain', 'sending')`);
  tell(`calm; ${uncertain.size} had been uncertain, ${left.length} are`);
  return uncertain.size - left.length;
};
