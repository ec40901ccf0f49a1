import { contactKinds } from '../../domain/people/contacts.ts';
import type { Action } from '../bolt/legacy.ts';
import { actionsBlock, textMessage } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

export const noteContact: Action<'note_contact'> = {
  tap: 'note_contact',
  permission: 'note a contact',
  run: async ({ ccgStore, person, now }, { practice: code, kind }) => {
    const { practices } = await ccgStore.register();
    const practice = practices.find((each) => each.code === code);
    if (!practice)
      return {
        reply: textMessage('This practice is no longer in the list, so nothing was noted.'),
      };
    const id = await ccgStore.contacts.note({ practiceCode: code, kind, notedBy: person.id }, now);
    const said = `Noted: ${contactKinds[kind]} ${practice.name}, today.`;
    return { reply: textMessage(said, actionsBlock(button('undo_contact', 'Undo', { id }))) };
  },
};

export const undoContact: Action<'undo_contact'> = {
  tap: 'undo_contact',
  permission: 'note a contact',
  run: async ({ ccgStore, person, now }, { id }) => {
    const undone = await ccgStore.contacts.undo(id, person.id, now);
    return {
      replace: textMessage(
        undone
          ? 'Taken back: it is noted no more.'
          : 'There is nothing of yours to take back here.',
      ),
    };
  },
};
