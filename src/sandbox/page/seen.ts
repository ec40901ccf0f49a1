// What one person sees at one place, read again after each change.
import { createContext, useContext, useEffect, useState } from 'react';
import type { Message, User, View } from '../workspace.ts';
import { read, type State } from './control.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { APP, type Place } from './place.ts';

export type Seen = {
  readonly place: Place;
  readonly me: User;
  readonly state: State;
  /** The channel looked at; none where the person and the bot have not exchanged a word. */
  readonly channel: State['channels'][number] | undefined;
  readonly messages: readonly Message[];
  readonly modal: View | null;
  readonly home: View | null;
  /** How far the sandbox's clock is ahead of this machine's. */
  readonly aheadMs: number;
  /** False where the address names nobody who is active, and this is a stand-in. */
  readonly chosen: boolean;
};

const SeenContext = createContext<Seen | undefined>(undefined);
export const SeenProvider = SeenContext.Provider;

export const useSeen = (): Seen => {
  const seen = useContext(SeenContext);
  if (!seen) throw new Error('nothing has been read yet');
  return seen;
};

/** Follows the sandbox. `lost` while it does not answer. */
export const useLiveSeen = (
  place: Place,
): { readonly seen: Seen | undefined; readonly lost: boolean } => {
  const [seen, setSeen] = useState<Seen>();
  const [lost, setLost] = useState(false);
  useEffect(() => {
    let gone = false;
    const refresh = oneAtATime(async () => {
      const next = await look(place).catch(() => undefined);
      if (gone) return;
      if (next) setSeen(next);
      setLost(!next);
    });
    const events = new EventSource('/control/events');
    events.onopen = refresh;
    events.onmessage = refresh;
    events.onerror = () => setLost(true);
    refresh();
    return () => {
      gone = true;
      events.close();
    };
  }, [place]);
  return { seen, lost };
};

const look = async (place: Place): Promise<Seen> => {
  const asked = Date.now();
  const state = await read('state', { user: place.user });
  const active = state.users.filter(({ deactivated }) => !deactivated);
  const me = active.find(({ id }) => id === place.user);
  const [first] = active;
  if (!me && !first) throw new Error('the workspace has no people');
  return me
    ? lookAs(place, me, state, Date.parse(state.clock) - asked)
    : { ...(await look({ ...place, user: first?.id ?? '' })), chosen: false };
};

const lookAs = async (place: Place, me: User, state: State, aheadMs: number): Promise<Seen> => {
  const named = state.channels.find(({ id, dmWith }) => id === place.channel && !dmWith);
  const channel = named ?? state.channels.find(({ dmWith }) => dmWith === me.id);
  const [view, { messages }] = await Promise.all([
    read('view', { user: me.id }),
    channel ? read('messages', { user: me.id, channel: channel.id }) : { messages: [] },
  ]);
  const here = { ...place, channel: named?.id ?? APP };
  return { place: here, me, state, channel, messages, ...view, aheadMs, chosen: true };
};
