// The bots of a trial: real processes, killed without a word and started again.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { type BotProcess, startProcess } from '../support/bot/process.ts';
import { signal } from './outages.ts';

export type BotProcesses = {
  /**
   * Kills one of those at work with SIGKILL; another takes its place after so many milliseconds.
   */
  killOne(which: number, awayMs: number): void;
  /** Stops one of those at work where it stands, and lets it go on after so many milliseconds. */
  freezeOne(which: number, forMs: number): Promise<void>;
  /** Resolves when as many are at work as there should be. */
  complete(): Promise<void>;
  /** How many were killed so far. */
  kills(): number;
  /** The last words of those that ended by themselves; another took their place. */
  fallen(): readonly string[];
  /** What the bots wrote to their logs. */
  log(): string;
  end(): Promise<void>;
};

/** How often a bot is started until it stays. */
const MAX_TRIES = 6;

export const startBotProcesses = async (
  { variables }: Sandbox,
  place: Readonly<Record<string, string>>,
  bots: number,
): Promise<BotProcesses> => {
  const { SLACK_SIGNING_SECRET: _, ...socketVariables } = variables;
  // bots start often here: what Node compiled once need not be compiled again
  const cache = join(tmpdir(), 'ccg-engage-chaos-compiled');
  const environment = {
    ...socketVariables,
    ...place,
    LOG_LEVEL: 'warn',
    NODE_COMPILE_CACHE: cache,
  };
  const all: BotProcess[] = [];
  const fallen: string[] = [];
  const coming = new Set<Promise<void>>();
  let isOver = false;
  let kills = 0;
  const start = async () => {
    const bot = await startProcess('test/support/bot/bot.ts', environment, /^ready/m);
    all.push(bot);
    if (isOver) await bot.kill('SIGKILL');
    else if (bot.child.exitCode !== null) throw new Error(`A bot did not start: ${bot.output()}`);
    bot.child.once('exit', () => {
      if (isOver || bot.child.killed) return;
      fallen.push(bot.output());
      comeAfter(0);
    });
  };
  const working = () =>
    all.filter(
      ({ child }) => child.exitCode === null && child.signalCode === null && !child.killed,
    );
  const replace = async (awayMs: number) => {
    await new Promise((done) => setTimeout(done, awayMs));
    for (let tries = 1; !isOver; tries += 1) {
      // a database that is restarted at that very moment ends a bot that is only starting
      const problem = await start().catch((error: unknown) => error);
      if (problem === undefined) return;
      if (tries === MAX_TRIES) throw problem;
    }
  };
  const comeAfter = (awayMs: number) => {
    const replaced = replace(awayMs);
    coming.add(replaced);
    replaced.catch(() => {}); // complete() says so
  };
  const killOne = (which: number, awayMs: number) => {
    const bot = working()[which % Math.max(1, working().length)];
    if (!bot) return;
    void bot.kill('SIGKILL');
    kills += 1;
    comeAfter(awayMs);
  };
  const freezeOne = async (which: number, forMs: number) => {
    const bot = working()[which % Math.max(1, working().length)];
    bot?.child.kill('SIGSTOP');
    await new Promise((done) => setTimeout(done, forMs));
    if (bot) signal(bot.child.pid, 'SIGCONT');
  };
  const processes: BotProcesses = {
    killOne,
    freezeOne,
    complete: async () => void (await Promise.all(coming)),
    kills: () => kills,
    fallen: () => fallen,
    log: () => all.map((bot, index) => `bot ${index + 1}:\n${bot.output()}`).join('\n'),
    end: async () => {
      isOver = true;
      await Promise.allSettled(coming);
      await Promise.all(working().map((bot) => bot.kill('SIGKILL')));
    },
  };
  await Promise.all(Array.from({ length: bots }, start)).catch(async (error) => {
    await processes.end();
    throw error;
  });
  return processes;
};
