// What there is to see at one moment, and how it differs from the moment before.
import type { Control, Message, View } from './control.ts';
import { indent, normalise } from './normalise.ts';

export type Scene = {
  /**
   * By conversation, as far as `user` sees it; of other people's direct messages what everybody
   * would see who looked over their shoulder.
   */
  readonly messages: ReadonlyMap<string, readonly Message[]>;
  readonly modal: View | null;
  readonly home: View | null;
};

/**
 * `known` is what has been seen of other channels a moment ago, where nothing can have changed
 * since.
 */
export const look = async (
  sandbox: Control,
  channels: readonly string[],
  user: string,
  known: Scene['messages'] = new Map(),
): Promise<Scene> => {
  const [{ modal, home }, ...read] = await Promise.all([
    sandbox.views(user),
    ...channels.map(async (channel) => [channel, await sandbox.messages(channel, user)] as const),
  ]);
  return { messages: new Map([...known, ...read]), modal, home };
};

/** What was said between two moments, a piece a paragraph. */
export const sayDifference = (before: Scene, after: Scene): string[] => {
  const said = [...after.messages].flatMap(([channel, now]) =>
    compareMessages(channel, before.messages.get(channel) ?? [], now),
  );
  return [
    ...sayView('modal', before.modal, after.modal),
    ...said,
    ...sayView('Home', before.home, after.home),
  ];
};

const compareMessages = (
  channel: string,
  before: readonly Message[],
  after: readonly Message[],
): string[] => {
  const old = new Map(before.map((message) => [message.ts, message]));
  const kept = new Set(after.map(({ ts }) => ts));
  return [
    ...after.flatMap((message) => {
      const was = old.get(message.ts);
      if (was && isSame(was, message)) return [];
      return [`${was ? 'changed' : 'new'} message in ${channel}:\n${indent(normalise(message))}`];
    }),
    ...before.filter(({ ts }) => !kept.has(ts)).map(() => `deleted message in ${channel}`),
  ];
};

const sayView = (what: string, before: View | null, after: View | null): string[] => {
  if (!after) return before ? [`${what} closed`] : [];
  return before && isSame(before, after) ? [] : [`${what}:\n${indent(normalise(after))}`];
};

/** To those who read it. Most are the very same, which is quickly seen. */
const isSame = (one: object, other: object): boolean =>
  JSON.stringify(one) === JSON.stringify(other) || normalise(one) === normalise(other);
