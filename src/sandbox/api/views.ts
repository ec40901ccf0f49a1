// views.*: modals and the Home tab.
import { z } from 'zod';
import type { Desk } from '../desk.ts';
import type { View } from '../workspace.ts';
import { refuseBlocks } from './block-kit.ts';
import { withBlockIds } from './chat.ts';
import { ApiError, type Method } from './method.ts';

const title = z.object({ type: z.literal('plain_text'), text: z.string().min(1).max(24) });
const viewSchema = z.object({
  type: z.enum(['home', 'modal']),
  callback_id: z.string().max(255).default(''),
  private_metadata: z.string().max(3000).default(''),
  title: title.optional(),
  submit: title.optional(),
  close: title.optional(),
  blocks: z.array(z.unknown()),
});

/** A trigger_id opens one view, within 3 seconds. */
const TRIGGER_MS = 3000;

/** A view as Slack would take it, or the error it would give. */
export const readView = (desk: Desk, given: unknown, type: View['type']): View => {
  const parsed = viewSchema.safeParse(given);
  if (!parsed.success || parsed.data.type !== type)
    throw new ApiError(
      'invalid_arguments',
      parsed.error ? z.prettifyError(parsed.error) : `not a ${type}`,
    );
  const { title, submit = null, close = null, ...view } = parsed.data;
  if (type === 'modal' && !title) throw new ApiError('invalid_arguments', 'a modal needs a title');
  const refused = refuseBlocks(view.blocks, type);
  if (refused) throw new ApiError(refused.error, refused.hint);
  const needsSubmit = view.blocks.some((block) => (block as { type: string }).type === 'input');
  if (needsSubmit && !submit)
    throw new ApiError('invalid_arguments', 'a modal with inputs needs a submit button');
  return {
    ...view,
    id: desk.newId('V'),
    hash: desk.newId('h'),
    title: title ?? null,
    submit,
    close,
    blocks: withBlockIds(view.blocks),
  };
};

const useTrigger = ({ triggers }: Desk, triggerId: unknown) => {
  const interaction = triggers.get(String(triggerId));
  if (!interaction) throw new ApiError('invalid_trigger_id');
  if (Date.now() - interaction.at > TRIGGER_MS) throw new ApiError('expired_trigger_id');
  triggers.delete(String(triggerId));
  return interaction;
};

const findModal = ({ modals }: Desk, viewId: unknown): [string, View[], View] => {
  for (const [user, stack] of modals) {
    const view = stack.find(({ id }) => id === viewId);
    if (view) return [user, stack, view];
  }
  throw new ApiError('not_found');
};

/** Puts another view where one is, under the same id. */
export const replaceModal = (desk: Desk, viewId: unknown, given: unknown): View => {
  const [user, stack, before] = findModal(desk, viewId);
  const view = { ...readView(desk, given, 'modal'), id: before.id };
  desk.modals.set(
    user,
    stack.map((each) => (each.id === before.id ? view : each)),
  );
  return view;
};

export const viewsMethods: Readonly<Record<string, Method>> = {
  'views.open': {
    token: 'bot',
    perMinute: 100,
    run: (desk, { trigger_id, view: given }) => {
      const view = readView(desk, given, 'modal');
      const { user, noticed } = useTrigger(desk, trigger_id);
      desk.modals.set(user, [view]);
      noticed();
      return { view };
    },
  },
  'views.update': {
    token: 'bot',
    perMinute: 100,
    run: (desk, { view_id, view }) => {
      const updated = replaceModal(desk, view_id, view);
      const [user] = findModal(desk, updated.id);
      for (const interaction of desk.triggers.values())
        if (interaction.user === user) interaction.noticed();
      return { view: updated };
    },
  },
  'views.publish': {
    token: 'bot',
    perMinute: 100,
    run: (desk, { user_id, view: given }) => {
      const user = desk.workspace.users.find(({ id }) => id === user_id);
      if (!user) throw new ApiError('user_not_found');
      const view = {
        ...readView(desk, given, 'home'),
        id: desk.workspace.homes.get(user.id)?.id ?? desk.newId('V'),
      };
      desk.record({ kind: 'home', user: user.id, view });
      for (const interaction of desk.triggers.values())
        if (interaction.user === user.id) interaction.noticed();
      return { view };
    },
  },
};
