import type { Command, Feature } from '../bolt/feature.ts';
import { memberPage } from './home.ts';

const command: Command = {
  name: 'me',
  also: ['my', 'roles'],
  usage: 'me',
  description: 'Your roles, your practice, and what waits for you',
  permission: 'read own page',
  run: async (interaction) => ({
    reply: { text: 'Your page', blocks: (await memberPage(interaction)).slice(0, 50) },
  }),
};

export const me: Feature = { commands: [command] };
