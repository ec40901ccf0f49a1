// Somebody in the workspace, for journeys: what they type and tap, and what they then see.
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { dmChannelOf, type Message, type View, visibleTo } from '../../src/sandbox/workspace.ts';
import { post } from './house.ts';
import { buttonsIn, fieldsIn, textOf } from './reading.ts';

export type Person = ReturnType<typeof someone>;

export const someone = (sandbox: Sandbox, part: string) => {
  const user = sandbox.desk.workspace.users.find(({ name }) => name.includes(part));
  if (!user) throw new Error(`Nobody in the workspace is called ${part}`);
  const { id } = user;
  const { desk } = sandbox;
  const act = async (what: string, body: object) => post(`${sandbox.url}/control/${what}`, { user: id, ...body });
  const channel = () => dmChannelOf(desk.workspace, id)?.id ?? 'C0ENGAGE';
  const messages = (): Message[] => visibleTo(desk.workspace, channel(), id);
  const latest = (): Message => messages().at(-1) ?? fail(`${user.name} has no messages`);
  const modal = (): View => desk.modals.get(id)?.at(-1) ?? fail(`${user.name} has no modal open`);
  const home = (): View => desk.workspace.homes.get(id) ?? fail(`${user.name} has no Home yet`);
  const find = (blocks: readonly unknown[], label: string) =>
    buttonsIn(blocks).find((button) => button.label === label) ??
    fail(
      `no button “${label}” among: ${buttonsIn(blocks)
        .map((button) => button.label)
        .join(', ')}`,
    );

  return {
    id,
    name: user.name,
    messages,
    latest,
    modal,
    home,
    /** The last message they see, as text. */
    reads: () => textOf(latest().blocks),
    readsModal: () => textOf(modal().blocks),
    readsHome: () => textOf(home().blocks),
    type: (text: string) => act('command', { text, channel: channel() }),
    /** Taps a button of the last message that has it. */
    tap: async (label: string) => {
      const message =
        messages().findLast(({ blocks }) => buttonsIn(blocks).some((button) => button.label === label)) ??
        fail(`${user.name} sees no button “${label}”; the last message says: ${textOf(messages().at(-1)?.blocks ?? [])}`);
      return act('tap', { channel: channel(), ts: message.ts, actionId: find(message.blocks, label).actionId });
    },
    tapIn: async (view: View, label: string) => act('tap', { viewId: view.id, actionId: find(view.blocks, label).actionId }),
    submit: (values: Record<string, string> = {}) =>
      act('submit', { viewId: modal().id, values: { ...fieldsIn(modal().blocks), ...values } }),
    openHome: () => act('home', {}),
    act,
  };
};

const fail = (why: string): never => {
  throw new Error(why);
};
