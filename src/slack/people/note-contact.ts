import { contactKinds } from '../../domain/people/contacts.ts';
import type { Action } from '../bolt/interaction.ts';
import { buttons, plain } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

export const noteContact: Action<'note_contact'> = {
  tap: 'note_contact',
  act: 'note a contact',
  run: async ({ home, person, now }, { practice: code, kind }) => {
    const { practices } = await home.register();
    const practice = practices.find((each) => each.code === code);
    if (!practice) return { reply: plain('This practice is no longer in the list, so nothing was noted.') };
    const id = await home.contacts.note({ practiceCode: code, kind, notedBy: person.id }, now);
    const said = `Noted: ${contactKinds[kind]} ${practice.name}, today.`;
    return { reply: plain(said, buttons(button('undo_contact', 'Undo', { id }))) };
  },
};

export const undoContact: Action<'undo_contact'> = {
  tap: 'undo_contact',
  act: 'note a contact',
  run: async ({ home, person, now }, { id }) => {
    const undone = await home.contacts.undo(id, person.id, now);
    return { replace: plain(undone ? 'Taken back: it is noted no more.' : 'There is nothing of yours to take back here.') };
  },
};
