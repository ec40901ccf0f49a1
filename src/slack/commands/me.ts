import { memberPage } from '../home/home.ts';
import type { Command } from '../visit.ts';

export const me: Command = {
  name: 'me',
  also: ['my', 'roles'],
  usage: 'me',
  says: 'Your roles, your practice, and what waits for you',
  act: 'read own page',
  run: async (visit) => ({ reply: { text: 'Your page', blocks: (await memberPage(visit)).slice(0, 50) } }),
};
