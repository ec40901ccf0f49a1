// Noting a meeting, a visit or a call with a practice, and taking the note back.
import { z } from 'zod';
import { type ContactKind, contactKinds } from '../../domain/people/contacts.ts';
import type { Practice } from '../../domain/people/practices.ts';
import { type Feature, onTap } from '../bolt/feature.ts';
import type { MemberInteraction, Response } from '../bolt/interaction.ts';
import { actionsBlock, type Block, textMessage } from '../ui/blocks.ts';
import { defineButton } from '../ui/buttons.ts';

const contactSchema = z.object({
  practice: z.string(),
  kind: z.enum(Object.keys(contactKinds) as ContactKind[]),
});
const noteContact = defineButton('note_contact', contactSchema);
const undoContact = defineButton('undo_contact', z.object({ id: z.uuid() }));

/** A button for each kind of contact. */
export const noteButtons = ({ code: practice }: Practice): Block =>
  actionsBlock(
    noteContact('Note a meeting', { practice, kind: 'meeting' }),
    noteContact('Note a visit', { practice, kind: 'visit' }),
    noteContact('Note a call', { practice, kind: 'call' }),
  );

const note = async (
  { ccgStore, person, now }: MemberInteraction,
  { practice: code, kind }: z.infer<typeof contactSchema>,
): Promise<Response> => {
  const { practices } = await ccgStore.register();
  const practice = practices.find((each) => each.code === code);
  if (!practice)
    return { reply: textMessage('This practice is no longer in the list, so nothing was noted.') };
  const id = await ccgStore.contacts.note({ practiceCode: code, kind, notedBy: person.id }, now);
  const words = `Noted: ${contactKinds[kind]} ${practice.name}, today.`;
  return { reply: textMessage(words, actionsBlock(undoContact('Undo', { id }))) };
};

const undo = async (
  { ccgStore, person, now }: MemberInteraction,
  { id }: { readonly id: string },
): Promise<Response> => {
  const isUndone = await ccgStore.contacts.undo(id, person.id, now);
  return {
    replace: textMessage(
      isUndone
        ? 'Taken back: it is noted no more.'
        : 'There is nothing of yours to take back here.',
    ),
  };
};

export const contacts: Feature = {
  buttons: [
    onTap(noteContact, { permission: 'note a contact', run: note }),
    onTap(undoContact, { permission: 'note a contact', run: undo }),
  ],
};
