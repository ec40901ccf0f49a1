import { useSeen } from '../seen.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';

export const ChannelPane = () => {
  const { state, channel } = useSeen();
  if (!channel) return null;
  const name = `#${channel.name}`;
  const empty = channel.hasBot
    ? `Nothing here yet.`
    : `Nothing here yet. ${state.app} is not a member of this channel.`;
  return (
    <>
      <header className="pane-header">
        <h2>
          <span className="hash" aria-hidden="true">
            #
          </span>{' '}
          {channel.name}
        </h2>
      </header>
      <MessageList key={channel.id} name={name} empty={empty} />
      <Composer name={name} />
    </>
  );
};
