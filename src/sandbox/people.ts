// The people of the sandbox's workspace.
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Channel, User } from './workspace.ts';

export const readUsers = (): User[] =>
  parse(readFileSync(new URL('people.csv', import.meta.url)), {
    columns: true,
  }) as unknown as User[];

export const channels: readonly Channel[] = [
  { id: 'C0ENGAGE', name: 'engagement', dmWith: null, hasBot: true },
  { id: 'C0GENERAL', name: 'general', dmWith: null, hasBot: false },
];
