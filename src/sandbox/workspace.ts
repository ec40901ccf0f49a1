// What a workspace holds: people, channels, messages, Homes. Everything that happens to it is an
// event; its state is what the events add up to, so that a sandbox that was killed comes back as it
// was.

export type User = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  /** What Slack says of the account besides; a full member of the workspace where nothing is. */
  readonly kind?: '' | 'guest' | 'external' | 'bot' | 'unconfirmed';
};

export type Channel = {
  readonly id: string;
  readonly name: string;
  /** The person whose direct messages with the bot these are; none for a channel. */
  readonly dmWith: string | null;
  readonly hasBot: boolean;
};

export type Message = {
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly unknown[];
  readonly metadata?: unknown;
  readonly edited?: boolean;
  /** Seen by this person only. */
  readonly ephemeralTo?: string;
};

export type View = {
  readonly id: string;
  readonly type: 'home' | 'modal';
  readonly hash: string;
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly title: unknown;
  readonly submit: unknown;
  readonly close: unknown;
  readonly blocks: readonly unknown[];
};

export type WorkspaceEvent =
  | { readonly kind: 'opened'; readonly channel: Channel }
  | { readonly kind: 'posted'; readonly channel: string; readonly message: Message }
  | { readonly kind: 'changed'; readonly channel: string; readonly message: Message }
  | { readonly kind: 'deleted'; readonly channel: string; readonly ts: string }
  | { readonly kind: 'home'; readonly user: string; readonly view: View }
  | { readonly kind: 'read'; readonly user: string; readonly channel: string; readonly ts: string }
  | { readonly kind: 'deactivated'; readonly user: string; readonly isDeactivated: boolean }
  | { readonly kind: 'clock'; readonly offsetMs: number };

export type Workspace = {
  readonly users: readonly User[];
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Message[]>;
  readonly homes: Map<string, View>;
  /** By person and channel: the last message they have seen. */
  readonly read: Map<string, string>;
  /** Whose accounts are deactivated. */
  readonly deactivated: Set<string>;
  /** How far the clock is ahead of the machine's. */
  offsetMs: number;
};

export const BOT_USER = 'U0BOT';
export const TEAM = { id: 'T0SANDBOX', name: 'Sandbox', domain: 'sandbox' };

export const emptyWorkspace = (
  users: readonly User[],
  channels: readonly Channel[],
): Workspace => ({
  users,
  channels: new Map(channels.map((channel) => [channel.id, channel])),
  messages: new Map(),
  homes: new Map(),
  read: new Map(),
  deactivated: new Set(),
  offsetMs: 0,
});

/** Applies one event. */
export const apply = (workspace: Workspace, event: WorkspaceEvent): void => {
  switch (event.kind) {
    case 'opened':
      workspace.channels.set(event.channel.id, event.channel);
      break;
    case 'posted':
      workspace.messages.set(event.channel, [
        ...messagesIn(workspace, event.channel),
        event.message,
      ]);
      break;
    case 'changed':
      workspace.messages.set(
        event.channel,
        messagesIn(workspace, event.channel).map((message) =>
          message.ts === event.message.ts ? event.message : message,
        ),
      );
      break;
    case 'deleted':
      workspace.messages.set(
        event.channel,
        messagesIn(workspace, event.channel).filter(({ ts }) => ts !== event.ts),
      );
      break;
    case 'home':
      workspace.homes.set(event.user, event.view);
      break;
    case 'read':
      workspace.read.set(readKey(event.user, event.channel), event.ts);
      break;
    case 'deactivated':
      if (event.isDeactivated) workspace.deactivated.add(event.user);
      else workspace.deactivated.delete(event.user);
      break;
    case 'clock':
      workspace.offsetMs = event.offsetMs;
      break;
  }
};

/** The short name that Slack gives everyone. */
export const handleOf = ({ name }: User): string => name.toLowerCase().replaceAll(' ', '.');

export const messagesIn = (workspace: Workspace, channel: string): readonly Message[] =>
  workspace.messages.get(channel) ?? [];

/** What one person sees in a channel: everything but what is for others only. */
export const visibleTo = (workspace: Workspace, channel: string, user: string | null): Message[] =>
  messagesIn(workspace, channel).filter(({ ephemeralTo }) => !ephemeralTo || ephemeralTo === user);

export const dmChannelOf = (workspace: Workspace, user: string): Channel | undefined =>
  [...workspace.channels.values()].find(({ dmWith }) => dmWith === user);

export const unreadIn = (workspace: Workspace, channel: string, user: string): number => {
  const seen = workspace.read.get(readKey(user, channel)) ?? '';
  return visibleTo(workspace, channel, user).filter(
    (message) => message.user === BOT_USER && message.ts > seen,
  ).length;
};

const readKey = (user: string, channel: string) => `${user} ${channel}`;
