// The workspace's events on disk, a line each, so that killing the sandbox loses nothing.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { WorkspaceEvent } from './workspace.ts';

export type Journal = { read(): WorkspaceEvent[]; write(event: WorkspaceEvent): void };

/** A journal that forgets, for tests. */
export const noJournal: Journal = { read: () => [], write: () => {} };

export const fileJournal = (path: string): Journal => {
  mkdirSync(dirname(path), { recursive: true });
  return {
    read: () => (existsSync(path) ? readFileSync(path, 'utf8').split('\n').flatMap(parseLine) : []),
    write: (event) => appendFileSync(path, `${JSON.stringify(event)}\n`),
  };
};

/** A line that was cut off by a crash is left out. */
const parseLine = (line: string): WorkspaceEvent[] => {
  try {
    return [JSON.parse(line) as WorkspaceEvent];
  } catch {
    return [];
  }
};
