// The page's way to the control interface.
import type { Outcome } from '../control/acts.ts';
import type { Traffic } from '../desk.ts';
import type { Channel, Message, User, View } from '../workspace.ts';

export type Command = {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
};

export type Person = User & { readonly deactivated: boolean };

export type State = {
  readonly app: string;
  readonly commands: readonly Command[];
  readonly clock: string;
  readonly users: readonly Person[];
  readonly channels: readonly (Channel & { readonly unread: number })[];
  readonly connected: boolean;
  readonly traffic: readonly Traffic[];
};

type Answers = {
  state: State;
  view: { readonly modal: View | null; readonly home: View | null };
  messages: { readonly messages: readonly Message[] };
};

export const read = async <Name extends keyof Answers>(
  name: Name,
  query: Record<string, string>,
): Promise<Answers[Name]> => {
  const response = await fetch(`/control/${name}?${new URLSearchParams(query)}`);
  if (!response.ok) throw new Error(`the sandbox answered ${response.status}`);
  return (await response.json()) as Answers[Name];
};

const unreachable = { ok: false, error: 'The sandbox does not answer. Is it still running?' };

/**
 * Does something as a person. Acts that return no `ok` of their own succeeded where the request
 * did.
 */
export const act = async <Answer extends object>(
  what: string,
  body: object,
): Promise<Outcome & Partial<Answer>> => {
  const request = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  const response = await fetch(`/control/${what}`, request).catch(() => undefined);
  if (!response) return unreachable as Outcome & Partial<Answer>;
  return { ok: response.ok, ...((await response.json()) as Partial<Answer>) };
};
