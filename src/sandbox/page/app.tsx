// The whole page: top bar, sidebar, what is looked at, and beside it what the bot and Slack say to
// each other.
import { useEffect, useState } from 'react';
import { Modal } from './forms/modal.tsx';
import { PersonPicker } from './forms/person-picker.tsx';
import { AppPane } from './panes/app-pane.tsx';
import { ChannelPane } from './panes/channel-pane.tsx';
import { Sidebar } from './panes/sidebar.tsx';
import { TopBar } from './panes/top-bar.tsx';
import { TrafficPanel } from './panes/traffic-panel.tsx';
import { APP, usePlace } from './place.ts';
import { type Seen, SeenProvider, useLiveSeen } from './seen.ts';

export const App = () => {
  const { seen, lost } = useLiveSeen(usePlace());
  if (!seen) return <p className="opening">{lost ? stopped : 'Opening the workspace…'}</p>;
  return (
    <SeenProvider value={seen}>
      {lost && (
        <p className="lost" role="alert">
          {stopped}
        </p>
      )}
      <Workspace seen={seen} />
    </SeenProvider>
  );
};

const stopped = 'The sandbox does not answer. Start it again, and this page carries on by itself.';

const Workspace = ({ seen: { place, me, modal, chosen } }: { seen: Seen }) => {
  const [switching, setSwitching] = useState(false);
  const picking = switching || !chosen;
  const [sidebar, setSidebar] = useState(false);
  const [traffic, setTraffic] = useState(false);
  const toggleTraffic = () => {
    setTraffic(!traffic);
    setSidebar(false);
  };
  useEffect(() => {
    document.title = `${me.name} – Sandbox`;
  }, [me.name]);
  return (
    <div className="workspace">
      <TopBar
        sidebar={sidebar}
        onSidebar={() => setSidebar(!sidebar)}
        onSwitch={() => setSwitching(true)}
      />
      <div className="columns">
        <Sidebar
          open={sidebar}
          onClose={() => setSidebar(false)}
          traffic={traffic}
          onTraffic={toggleTraffic}
        />
        <main>{place.channel === APP ? <AppPane /> : <ChannelPane />}</main>
        {traffic && <TrafficPanel onClose={() => setTraffic(false)} />}
      </div>
      {modal && !picking && <Modal key={`${me.id} ${modal.id}`} view={modal} />}
      {picking && <PersonPicker onClose={() => setSwitching(false)} />}
    </div>
  );
};
