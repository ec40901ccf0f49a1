import type { Command } from '../bolt/legacy.ts';
import { textMessage, typeText } from '../ui/blocks.ts';
import { modal } from '../ui/modals.ts';
import { joinForm, searchPractices } from './joining.ts';

export const join: Command = {
  name: 'join',
  also: ['register', 'practice'],
  says: 'Find your practice and join its list',
  permission: 'join',
  open: true,
  run: async (interaction, words) => {
    if (!words)
      return {
        modal: modal('find_practice', {
          title: 'Find your practice',
          submit: 'Search',
          carries: {},
          blocks: [
            typeText(
              { id: 'words', label: 'Part of its name, its town or its code' },
              { most: 80 },
            ),
          ],
        }),
      };
    const found = await searchPractices(interaction, words);
    return found.length > 0
      ? { modal: joinForm(found) }
      : { reply: textMessage(nothingFound(words)) };
  },
};

const nothingFound = (words: string) =>
  `No practice here sounds like “${words}”. Try another part of its name, its town, its ` +
  'postcode or its code.';
