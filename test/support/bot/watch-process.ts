// What a watcher sees of a bot from outside: its memory, and what it says of its health.
import { readFileSync } from 'node:fs';
import type { BotProcess } from './process.ts';

export type Health = {
  readonly status: number;
  readonly database: string;
  readonly slack: string | undefined;
};

export const readHealth = async (port: number): Promise<Health> => {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`);
  const { database, slack } = (await response.json()) as { database: string; slack?: string };
  return { status: response.status, database, slack };
};

/** The memory a process holds, in megabytes; Linux only. */
export const readMemory = ({ child }: BotProcess): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) /
  1024;
