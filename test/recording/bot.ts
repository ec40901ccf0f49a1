// The bot as `npm start` runs it, in a data folder of its own that is gone afterwards.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Tuesday at ten in London. The three months of the demo end here. */
export const START = new Date('2026-12-08T10:00:00Z');

export type Bot = {
  readonly url: string;
  readonly dataDir: string;
  /** What it printed so far. */
  output(): string;
  stop(): Promise<void>;
};

/**
 * Starts the bot of a checkout, and waits until the demo has been played. @throws where it ends
 * before that
 */
export const startBot = async (project: string): Promise<Bot> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'ccg-recording-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const preload = new URL('fixed-start.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--import', preload, 'src/main.ts'], {
    cwd: project,
    env: {
      PATH: process.env['PATH'] ?? '',
      DATA_DIR: dataDir,
      SANDBOX_PORT: String(port),
      RECORDING_START: START.toISOString(),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = once(child, 'exit');
  const played = new Promise<void>((done) => {
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        output += data;
        if (output.includes(url)) done();
      });
  });
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    await rm(dataDir, { recursive: true, force: true });
  };
  const died = ended.then(() => {
    throw new Error(`The bot ended before the demo was played:\n${output}`);
  });
  died.catch(() => {}); // it ends at last in any case
  await Promise.race([played, died]);
  return { url, dataDir, output: () => output, stop };
};

const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
};
