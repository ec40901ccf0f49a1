// Somebody in the workspace, driven from a script: what they type and tap, and what they then see.
// Over the control interface.
import { buttonsIn, fieldsIn, textOf } from './reading.ts';
import type { Message, User, View } from './workspace.ts';

type Seen = Message & { readonly channel: string };

/**
 * Where a command is typed by somebody who has no direct messages yet, and where what is for all to
 * see is posted.
 */
const CHANNEL = 'C0ENGAGE';

export type Visitor = ReturnType<typeof visitor>;

/**
 * Acts as somebody, by a part of their name. @throws where nobody or nothing of the kind is there
 */
export const visitor = (baseUrl: string, users: readonly User[], part: string) => {
  const user =
    users.find(({ name }) => name.includes(part)) ??
    fail(`Nobody in the workspace is called ${part}.`);
  const act = (what: string, body: object = {}) =>
    post(`${baseUrl}/control/${what}`, { user: user.id, ...body });
  const channel = `D${user.id.slice(1)}`;
  const read = async (where: string): Promise<Seen[]> => {
    const { messages } = await get<{ messages: Message[] }>(
      `${baseUrl}/control/messages?channel=${where}&user=${user.id}`,
    );
    return messages.map((message) => ({ ...message, channel: where }));
  };
  /** What is addressed to them: their direct messages, and what only they see in the channel. */
  const messages = async (): Promise<Seen[]> => {
    const inChannel = (await read(CHANNEL)).filter(({ ephemeralTo }) => ephemeralTo);
    return [...(await read(channel)), ...inChannel].sort((a, b) => (a.ts < b.ts ? -1 : 1));
  };
  const views = () =>
    get<{ modal: View | null; home: View | null }>(`${baseUrl}/control/view?user=${user.id}`);
  const modal = async () => (await views()).modal ?? fail(`${user.name} has no modal open.`);
  const homeTab = async () => (await views()).home ?? fail(`${user.name} has no Home yet.`);

  return {
    ...user,
    messages,
    modal,
    home: homeTab,
    act,
    /** The last message they see, as text. */
    reads: async () => textOf((await messages()).at(-1)?.blocks ?? []),
    readsModal: async () => textOf((await modal()).blocks),
    readsHome: async () => textOf((await homeTab()).blocks),
    type: (text: string) => act('command', { text }),
    /** Taps a button of the last message that has one of this name. */
    tap: async (label: string) => {
      const seen = await messages();
      const message = seen.findLast(({ blocks }) =>
        buttonsIn(blocks).some((button) => button.label === label),
      );
      if (!message)
        return fail(
          `${user.name} sees no button “${label}”. The last message says: ` +
            `${textOf(seen.at(-1)?.blocks ?? [])}`,
        );
      return act('tap', {
        channel: message.channel,
        ts: message.ts,
        actionId: actionIn(message.blocks, label),
      });
    },
    /** The same of the last message in the channel for all to see. */
    tapPosted: async (label: string) => {
      const posted = (await read(CHANNEL)).filter(({ ephemeralTo }) => !ephemeralTo).at(-1);
      return act('tap', {
        channel: CHANNEL,
        ts: posted?.ts,
        actionId: actionIn(posted?.blocks ?? [], label),
      });
    },
    tapHome: async (label: string) =>
      act('tap', {
        viewId: (await homeTab()).id,
        actionId: actionIn((await homeTab()).blocks, label),
      }),
    tapModal: async (label: string) =>
      act('tap', { viewId: (await modal()).id, actionId: actionIn((await modal()).blocks, label) }),
    /**
     * Submits the open modal, filled in as it came but for what is given; the values of checkboxes
     * with commas between.
     */
    submit: async (values: Readonly<Record<string, string>> = {}) => {
      const view = await modal();
      return act('submit', { viewId: view.id, values: { ...fieldsIn(view.blocks), ...values } });
    },
    openHome: () => act('home'),
  };
};

const actionIn = (blocks: readonly unknown[], label: string) =>
  (
    buttonsIn(blocks).find((button) => button.label === label) ??
    fail(
      `There is no button “${label}” among: ${buttonsIn(blocks)
        .map((button) => button.label)
        .join(', ')}.`,
    )
  ).actionId;

export type Answer = {
  readonly ok: boolean;
  readonly error?: string;
  readonly errors?: Readonly<Record<string, string>>;
};

/** Posts to the control interface. @throws with its own words where it refuses */
export const post = async (url: string, body: object): Promise<Answer> => {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  const answer = (await response.json()) as Answer;
  return response.status === 200 ? answer : fail(answer.error ?? 'The sandbox refused.');
};

const get = async <T>(url: string): Promise<T> => (await fetch(url)).json() as Promise<T>;

const fail = (why: string): never => {
  throw new Error(why);
};
