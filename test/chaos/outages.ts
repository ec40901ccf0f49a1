// What befalls processes in a trial with outages: each kind of PostgreSQL's own and the bots are
// killed and frozen, alone and together, while somebody uses the command line.
import { readFile } from 'node:fs/promises';
import { processesOf } from '../../src/store/postgres/embedded/processes.ts';
import { throwDice } from '../proofs/year/ccg.ts';

export type Victim = (typeof victims)[number];

/** `at`: milliseconds after the sending began. */
export type Outage = { readonly at: number } & (
  | { readonly what: 'kill postgres'; readonly who: Victim }
  | { readonly what: 'freeze postgres'; readonly who: Victim; readonly forMs: number }
  | { readonly what: 'freeze bot'; readonly which: number; readonly forMs: number }
  | { readonly what: 'command'; readonly name: 'deliveries' | 'backup' }
);

const victims = [
  ...(['postmaster', 'postmaster', 'bot postgres', 'bot postgres', 'checkpointer'] as const),
  ...(['walwriter', 'background writer', 'autovacuum launcher', 'io worker'] as const),
];

const LONGEST_STORM_MS = 6000;
const LONGEST_FREEZE_MS = 12_000;

/** One to four outages and up to two commands, from the seed of the trial. */
export const planOutages = (seed: number): Outage[] => {
  const dice = throwDice(seed, 'outages');
  const pick = <T>(list: readonly T[]): T => dice.oneOf(list) as T;
  const upTo = (most: number) =>
    pick(Array.from({ length: most / 50 + 1 }, (_, step) => step * 50));
  const outage = (): Outage => {
    const at = upTo(LONGEST_STORM_MS);
    const forMs = upTo(LONGEST_FREEZE_MS);
    if (dice.chance(0.25)) return { at, what: 'freeze bot', which: pick([0, 1, 2]), forMs };
    const who = pick(victims);
    return dice.chance(0.5)
      ? { at, what: 'kill postgres', who }
      : { at, what: 'freeze postgres', who, forMs };
  };
  const command = (): Outage => ({
    at: upTo(LONGEST_STORM_MS),
    what: 'command',
    name: pick(['deliveries', 'backup']),
  });
  const outages = Array.from({ length: pick([1, 2, 2, 3, 4]) }, outage);
  const together = dice.chance(0.3) ? outages.map((each) => ({ ...each, at: 500 })) : outages;
  const commands = Array.from({ length: pick([0, 1, 2]) }, command);
  return [...together, ...commands].sort((a, b) => a.at - b.at);
};

/** The first process of a kind, where there is one at this moment. */
export const findVictim = async (folder: string, who: Victim): Promise<number | undefined> => {
  const all = (await processesOf(folder).catch(() => undefined)) ?? [];
  if (who === 'postmaster') return all.find(({ isPostmaster }) => isPostmaster)?.pid;
  for (const { pid } of all) {
    const title = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (title.startsWith(`postgres: ${who}`)) return pid;
  }
  return undefined;
};

/** Sends a signal to a process that may be gone by now. */
export const signal = (pid: number | undefined, name: NodeJS.Signals): void => {
  try {
    if (pid !== undefined) process.kill(pid, name);
  } catch {
    // it is gone
  }
};
