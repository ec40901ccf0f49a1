import { findable } from '../../domain/practices.ts';
import { search } from '../../domain/search.ts';
import { plain } from '../blocks.ts';
import { practicesMessage } from '../messages/practices.ts';
import type { Command } from '../visit.ts';

export const practices: Command = {
  name: 'practices',
  usage: 'practices',
  says: 'The practices, when each was last heard of, and noting a meeting, a visit or a call',
  act: 'read practices',
  run: async ({ home, now }, words) => {
    const [register, signs] = await Promise.all([home.register(), home.contacts.signs()]);
    const found = words ? search(register.practices.map(findable), words) : register.practices;
    if (found.length === 0) return { reply: plain(words ? `No practice here sounds like “${words}”.` : NONE) };
    return { reply: practicesMessage(found, signs, 0, now) };
  },
};

const NONE = 'There are no practices yet. The person who runs the bot imports them.';
