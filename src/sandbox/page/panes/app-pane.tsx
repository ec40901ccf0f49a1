// The bot's own place, as Slack shows an app: its messages and its Home.
import { BOT_USER } from '../../workspace.ts';
import { Avatar } from '../parts/avatar.tsx';
import { goTo, type Tab } from '../place.ts';
import { useSeen } from '../seen.ts';
import { Composer } from './composer.tsx';
import { HomeTab } from './home-tab.tsx';
import { MessageList } from './message-list.tsx';

export const AppPane = () => {
  const { place, state, me } = useSeen();
  const empty = `Nothing here yet. Type ${state.commands[0]?.command ?? 'a command'} below.`;
  return (
    <>
      <header className="pane-header">
        <h2>
          <Avatar id={BOT_USER} name={state.app} size="small" /> {state.app}
        </h2>
        <div role="tablist" aria-label={state.app}>
          <TabButton tab="messages">Messages</TabButton>
          <TabButton tab="home">Home</TabButton>
        </div>
      </header>
      <div role="tabpanel" id="app-panel" aria-labelledby={`tab-${place.tab}`} className="panel">
        {place.tab === 'home' ? (
          <HomeTab key={me.id} />
        ) : (
          <>
            <MessageList key={me.id} name={state.app} empty={empty} />
            <Composer name={state.app} />
          </>
        )}
      </div>
    </>
  );
};

const TabButton = ({ tab, children }: { tab: Tab; children: string }) => {
  const { place } = useSeen();
  return (
    <button
      type="button"
      role="tab"
      id={`tab-${tab}`}
      aria-selected={place.tab === tab}
      aria-controls="app-panel"
      onClick={() => goTo({ ...place, tab })}
    >
      {children}
    </button>
  );
};
