import { BOT_USER, TEAM } from '../../workspace.ts';
import { Avatar } from '../parts/avatar.tsx';
import { APP, linkTo } from '../place.ts';
import { useSeen } from '../seen.ts';

type Props = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly traffic: boolean;
  readonly onTraffic: () => void;
};

/** Channels, and the bot. On a narrow screen it lies over the page until something is chosen. */
export const Sidebar = ({ open, onClose, traffic, onTraffic }: Props) => {
  const { state } = useSeen();
  const direct = state.channels.find(({ dmWith }) => dmWith);
  return (
    <nav className={open ? 'sidebar open' : 'sidebar'} aria-label="Channels and apps">
      <h1>{TEAM.name}</h1>
      <h2>Channels</h2>
      <ul>
        {state.channels
          .filter(({ dmWith }) => !dmWith)
          .map(({ id, name, unread }) => (
            <Entry key={id} channel={id} unread={unread} onClose={onClose}>
              <span className="hash" aria-hidden="true">
                #
              </span>
              {name}
            </Entry>
          ))}
      </ul>
      <h2>Apps</h2>
      <ul>
        <Entry channel={APP} unread={direct?.unread ?? 0} onClose={onClose}>
          <Avatar id={BOT_USER} name={state.app} size="small" />
          {state.app}
        </Entry>
      </ul>
      <button type="button" className="traffic-toggle" aria-expanded={traffic} onClick={onTraffic}>
        Between bot and Slack
      </button>
    </nav>
  );
};

type EntryProps = {
  readonly channel: string;
  readonly unread: number;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
};

const Entry = ({ channel, unread, onClose, children }: EntryProps) => {
  const { place } = useSeen();
  const isHere = place.channel === channel;
  return (
    <li>
      <a
        href={linkTo({ user: place.user, channel, tab: 'messages' })}
        aria-current={isHere ? 'page' : undefined}
        className={unread > 0 ? 'unread' : ''}
        onClick={onClose}
      >
        {children}
        {unread > 0 && (
          <span className="badge">
            {unread}
            <span className="unseen"> unread</span>
          </span>
        )}
      </a>
    </li>
  );
};
