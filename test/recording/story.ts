// What was said in the demo's three months: every message and Home, each state on the way and as it
// ended, from the sandbox's journal.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message, View } from './control.ts';
import { indent, normalise } from './normalise.ts';

type Event =
  | { readonly kind: 'posted' | 'changed'; readonly channel: string; readonly message: Message }
  | { readonly kind: 'deleted'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'home'; readonly user: string; readonly view: View }
  | { readonly kind: 'opened' | 'read' | 'deactivated' | 'clock' };

/** By conversation: where messages of several stand in time beside each other is left to chance. */
export const recordStory = (dataDir: string): string => {
  const events = readFileSync(join(dataDir, 'sandbox.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(parseEvent);
  const states = new Map<string, Map<string, string[]>>();
  for (const [place, thing, state] of events.flatMap(placed)) {
    const things = states.get(place) ?? new Map<string, string[]>();
    const before = things.get(thing) ?? [];
    if (before.at(-1) !== state) things.set(thing, [...before, state]);
    states.set(place, things);
  }
  const places = [...states].sort(([a], [b]) => (a < b ? -1 : 1));
  return places
    .map(([place, things]) => `## ${place}\n\n${[...things.values()].map(sayStates).join('\n')}`)
    .join('\n');
};

const parseEvent = (line: string) => JSON.parse(line) as Event;

/** Where something was said, in which message, and what it said then. */
const placed = (event: Event): [string, string, string][] => {
  if (event.kind === 'home') return [[`Home of ${event.user}`, 'home', normalise(event.view)]];
  if (event.kind === 'posted' || event.kind === 'changed')
    return [[event.channel, event.message.ts, normalise(event.message)]];
  return event.kind === 'deleted' ? [[event.channel, event.ts, 'deleted']] : [];
};

const sayStates = (states: readonly string[]) =>
  states.map((state, index) => `${index === 0 ? '-' : '  then'}\n${indent(state)}\n`).join('');
