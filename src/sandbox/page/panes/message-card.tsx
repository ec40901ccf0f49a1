import { BOT_USER, type Message } from '../../workspace.ts';
import { formatMoment, formatTime, sentAt } from '../london.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Blocks } from '../parts/blocks.tsx';
import { Tappable } from '../parts/tappable.tsx';
import { useSeen } from '../seen.ts';

export const MessageCard = ({ message }: { message: Message }) => {
  const { state, channel } = useSeen();
  const { user, ts, text, blocks, edited, ephemeralTo } = message;
  const isBot = user === BOT_USER;
  const name = isBot ? state.app : (state.users.find(({ id }) => id === user)?.name ?? user);
  const at = sentAt(message);
  return (
    <article className="message" aria-label={`${name}, ${formatTime(at)}`}>
      <Avatar id={user} name={name} />
      <div className="body">
        {ephemeralTo && <p className="only-you">Only visible to you</p>}
        <p className="sender">
          <b>{name}</b>
          {isBot && <span className="app-mark">App</span>}
          <time dateTime={new Date(at).toISOString()} title={formatMoment(at)}>
            {formatTime(at)}
          </time>
        </p>
        <Tappable place={{ channel: channel?.id ?? '', ts }}>
          <Blocks blocks={blocks.length > 0 ? blocks : asSection(text)} />
        </Tappable>
        {edited && <p className="edited">(edited)</p>}
      </div>
    </article>
  );
};

const asSection = (text: string) => [{ type: 'section', text: { type: 'mrkdwn', text } }];
