import type { Command } from '../bolt/legacy.ts';
import { historyMessage } from './history-message.ts';

export const history: Command = {
  name: 'history',
  also: ['log', 'changes'],
  usage: 'history',
  says: 'Every change of role, setting and permission: who, when and why',
  permission: 'read history',
  run: async (interaction) => ({ reply: await historyMessage(interaction) }),
};
