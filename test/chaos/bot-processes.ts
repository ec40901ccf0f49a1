// The bots of a trial: real processes, killed without a word and started again.
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { type BotProcess, startProcess } from '../support/bot/process.ts';

export type BotProcesses = {
  /**
   * Kills one of those at work with SIGKILL; another takes its place after so many milliseconds.
   */
  killOne(which: number, awayMs: number): void;
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

export const startBotProcesses = async (
  { variables }: Sandbox,
  databaseUrl: string,
  bots: number,
): Promise<BotProcesses> => {
  const { SLACK_SIGNING_SECRET: _, ...socketVariables } = variables;
  // bots start often here: what Node compiled once need not be compiled again
  const cache = join(tmpdir(), 'ccg-engage-chaos-compiled');
  const environment = {
    ...socketVariables,
    DATABASE_URL: databaseUrl,
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
    // a database that is restarted at that very moment ends a bot that is only starting
    if (!isOver) await start().catch(start);
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
  const processes: BotProcesses = {
    killOne,
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
