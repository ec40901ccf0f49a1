// Two bots as `npm start` runs them, restarted one after the other while they work.
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { type BotProcess, startProcess } from './process.ts';

export type TwoBots = {
  /**
   * Ends the one that has been there longer, and starts its successor at once. Returns the code the
   * old one left with.
   */
  restartOlder(signal: NodeJS.Signals): Promise<number | null>;
  /** What they wrote to their logs, all that ever were. */
  log(): string;
  end(): Promise<void>;
};

export const startTwoBots = async (
  { variables }: Sandbox,
  databaseUrl: string,
): Promise<TwoBots> => {
  const { SLACK_SIGNING_SECRET: _, ...socketVariables } = variables;
  const start = () =>
    startProcess(
      'src/main.ts',
      { ...socketVariables, DATABASE_URL: databaseUrl },
      /connected to Slack/,
    );
  const all: BotProcess[] = [await start(), await start()];
  return {
    restartOlder: async (signal) => {
      const code = await all.at(-2)?.kill(signal);
      all.push(await start());
      return code ?? null;
    },
    log: () => all.map((bot, index) => `bot ${index + 1}:\n${bot.output()}`).join('\n'),
    end: async () => void (await Promise.all(all.slice(-2).map((bot) => bot.kill('SIGTERM')))),
  };
};
