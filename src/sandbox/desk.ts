// The sandbox's desk: the workspace, its journal, its clock, and what is under way. Everything else
// in this folder works on it.
import { randomBytes } from 'node:crypto';
import { createSockets, type Sockets } from './bot/socket.ts';
import { createClock, type SandboxClock } from './clock.ts';
import { createFaults, type Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import type { AppManifest } from './manifest.ts';
import { apply, type View, type Workspace, type WorkspaceEvent } from './workspace.ts';

export const TOKENS = {
  bot: 'xoxb-sandbox',
  app: 'xapp-sandbox',
  signingSecret: 'sandbox-signing-secret',
};

/**
 * One thing a person did, from the moment it is passed to the bot. `noticed` is called when the
 * bot's answer shows.
 */
export type Interaction = {
  readonly user: string;
  readonly at: number;
  readonly channel: string | null;
  readonly ts: string | null;
  noticed(): void;
};

/** A line of what went between the bot and Slack, for the page's panel. */
export type Traffic = {
  readonly at: string;
  readonly way: 'to bot' | 'from bot';
  readonly what: string;
  readonly outcome: string;
};

export type Desk = {
  readonly workspace: Workspace;
  readonly manifest: AppManifest;
  readonly baseUrl: string;
  /** Where the bot takes requests, when it has no socket open. */
  readonly requestUrl: string;
  readonly clock: SandboxClock;
  readonly faults: Faults;
  readonly sockets: Sockets;
  /** Nothing has happened in it yet. */
  readonly isNew: boolean;
  readonly traffic: Traffic[];
  /** Open modals by person, the topmost last. */
  readonly modals: Map<string, View[]>;
  readonly triggers: Map<string, Interaction>;
  readonly responseUrls: Map<string, Interaction & { uses: number }>;
  record(event: WorkspaceEvent): void;
  note(way: Traffic['way'], what: string, outcome: string): void;
  nextTs(): string;
  newId(prefix: string): string;
  /** Tells the page that something changed. */
  changed(): void;
  onChange(listener: () => void): () => void;
};

type Options = Pick<Desk, 'workspace' | 'manifest' | 'baseUrl' | 'requestUrl'> & {
  readonly journal: Journal;
};

/** As many lines as a person reads. */
const MAX_TRAFFIC = 200;

export const createDesk = ({
  workspace,
  manifest,
  baseUrl,
  requestUrl,
  journal,
}: Options): Desk => {
  const past = journal.read();
  for (const event of past) apply(workspace, event);
  const listeners = new Set<() => void>();
  const traffic: Traffic[] = [];
  let lastMicros = 0;
  const changed = () => {
    for (const listener of listeners) listener();
  };
  const record = (event: WorkspaceEvent) => {
    apply(workspace, event);
    journal.write(event);
    changed();
  };
  const clock = createClock(
    () => workspace.offsetMs,
    (offsetMs) => record({ kind: 'clock', offsetMs }),
  );
  return {
    isNew: past.length === 0,
    workspace,
    manifest,
    baseUrl,
    requestUrl,
    clock,
    traffic,
    record,
    changed,
    faults: createFaults(),
    sockets: createSockets(baseUrl),
    modals: new Map(),
    triggers: new Map(),
    responseUrls: new Map(),
    note: (way, what, outcome) => {
      traffic.push({ at: new Date(clock.now()).toISOString(), way, what, outcome });
      if (traffic.length > MAX_TRAFFIC) traffic.shift();
      changed();
    },
    nextTs: () => {
      lastMicros = Math.max(lastMicros + 1, Math.floor(clock.now()) * 1000);
      const micros = String(lastMicros % 1_000_000).padStart(6, '0');
      return `${Math.floor(lastMicros / 1_000_000)}.${micros}`;
    },
    newId: (prefix) => `${prefix}${randomBytes(6).toString('hex').toUpperCase()}`,
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
};
