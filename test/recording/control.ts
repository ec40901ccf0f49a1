// The sandbox's control interface, as far as the recording drives it.

export type Block = Readonly<Record<string, unknown>>;
export type Message = {
  readonly ts: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly ephemeralTo?: string;
};
export type View = {
  readonly id: string;
  readonly callback_id: string;
  readonly title: { readonly text: string } | null;
  readonly submit: { readonly text: string } | null;
  readonly blocks: readonly Block[];
};
export type User = { readonly id: string; readonly name: string };
export type Channel = {
  readonly id: string;
  readonly name: string;
  readonly dmWith: string | null;
};
type State = {
  readonly clock: string;
  readonly traffic: readonly object[];
  readonly users: readonly User[];
  readonly channels: readonly Channel[];
};

export type Answer = {
  readonly ok: boolean;
  readonly error?: string;
  readonly errors?: Readonly<Record<string, string>>;
};

export type Control = ReturnType<typeof control>;

export const control = (url: string) => {
  const get = async <T>(path: string): Promise<T> =>
    (await fetch(`${url}/control/${path}`)).json() as Promise<T>;
  return {
    /** Does something as somebody: `command`, `tap`, `submit`, `home`, `close`. */
    act: async (what: string, body: object): Promise<Answer> => {
      const response = await fetch(`${url}/control/${what}`, {
        method: 'POST',
        body: JSON.stringify(body),
      });
      return (await response.json()) as Answer;
    },
    moveTo: async (to: Date): Promise<void> => {
      await fetch(`${url}/control/clock`, { method: 'POST', body: JSON.stringify({ to }) });
    },
    state: () => get<State>('state'),
    messages: async (channel: string, user: string): Promise<readonly Message[]> =>
      (await get<{ messages: Message[] }>(`messages?channel=${channel}&user=${user}`)).messages,
    views: (user: string) => get<{ modal: View | null; home: View | null }>(`view?user=${user}`),
  };
};
