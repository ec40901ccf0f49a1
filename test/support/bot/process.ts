// The bot as a process of its own, as `npm start` runs it, so that it can be killed.
import { type ChildProcess, spawn } from 'node:child_process';

export type BotProcess = {
  readonly child: ChildProcess;
  readonly output: () => string;
  kill(signal: NodeJS.Signals): Promise<number | null>;
};

/** Starts a script of src with only the given environment, and waits for a line of output. */
export const startProcess = async (
  script: string,
  environment: Record<string, string>,
  until: RegExp,
  args: string[] = [],
): Promise<BotProcess> => {
  const child = spawn(process.execPath, [script, ...args], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const seen = new Promise<void>((done) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        output += data;
        if (until.test(output)) done();
      });
  });
  await Promise.race([seen, ended]);
  return {
    child,
    output: () => output,
    kill: (signal) => {
      child.kill(signal);
      return ended;
    },
  };
};

/** Runs a script to its end. */
export const runProcess = async (
  script: string,
  environment: Record<string, string>,
  args: string[] = [],
): Promise<{ code: number | null; output: string }> => {
  const { child, output } = await startProcess(script, environment, /$never/, args);
  return { code: child.exitCode, output: output() };
};
