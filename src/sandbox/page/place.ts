// Where one is: as whom, in which channel, on which tab. Kept in the address, so that a link or a
// reload comes back to it.
import { useMemo, useSyncExternalStore } from 'react';

export type Tab = 'messages' | 'home';
export type Place = { readonly user: string; readonly channel: string; readonly tab: Tab };

/** The bot's own place, whose direct messages differ from person to person. */
export const APP = 'app';

export const linkTo = ({ user, channel, tab }: Place): string =>
  `#${new URLSearchParams({ user, channel, ...(tab === 'home' ? { tab } : {}) })}`;

export const goTo = (place: Place): void => {
  window.location.hash = linkTo(place);
};

export const usePlace = (): Place => {
  const hash = useSyncExternalStore(onHashChange, () => window.location.hash);
  return useMemo(() => readPlace(hash), [hash]);
};

const readPlace = (hash: string): Place => {
  const given = new URLSearchParams(hash.slice(1));
  const tab = given.get('tab') === 'home' ? 'home' : 'messages';
  return { user: given.get('user') ?? '', channel: given.get('channel') ?? APP, tab };
};

const onHashChange = (listener: () => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};
