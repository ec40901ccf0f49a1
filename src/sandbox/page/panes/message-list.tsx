import { Fragment, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react';
import { act } from '../control.ts';
import { formatDayFrom, sentAt, useNow } from '../london.ts';
import { useSeen } from '../seen.ts';
import { MessageCard } from './message-card.tsx';

type Props = { readonly name: string; readonly empty: string };

export const MessageList = ({ name, empty }: Props) => {
  const { messages, aheadMs } = useSeen();
  const now = useNow(aheadMs);
  const pane = useStayingAtNewest(messages.at(-1)?.ts);
  useReading();
  const days = messages.map((message) => formatDayFrom(sentAt(message), now));
  return (
    <div className="messages" role="log" aria-label={`Messages: ${name}`} ref={pane} tabIndex={-1}>
      {messages.length === 0 && <p className="nothing">{empty}</p>}
      {messages.map((message, index) => (
        <Fragment key={message.ts}>
          {days[index] !== days[index - 1] && (
            <p className="day">
              <span>{days[index]}</span>
            </p>
          )}
          <MessageCard message={message} />
        </Fragment>
      ))}
    </div>
  );
};

/**
 * Shows the newest message when it arrives, and stays with it while it changes. A message taller
 * than the pane is shown from its start.
 */
const useStayingAtNewest = (newest: string | undefined) => {
  const pane = useRef<HTMLDivElement>(null);
  const shown = useRef<{ newest: string | undefined; height: number }>({
    newest: undefined,
    height: 0,
  });
  useLayoutEffect(() => {
    const element = pane.current;
    if (!element) return;
    const wasAtEnd = shown.current.height - element.scrollTop - element.clientHeight < 80;
    if (newest !== shown.current.newest || wasAtEnd) showLast(element);
    shown.current = { newest, height: element.scrollHeight };
  });
  return pane;
};

const showLast = (pane: HTMLElement) => {
  const last = pane.lastElementChild;
  last?.scrollIntoView({ block: last.clientHeight > pane.clientHeight ? 'start' : 'end' });
};

/** What is looked at counts as read. */
const useReading = () => {
  const { me, channel } = useSeen();
  const isVisible = useSyncExternalStore(
    onVisibility,
    () => document.visibilityState === 'visible',
  );
  const [id, unread] = [channel?.id, channel?.unread ?? 0];
  useEffect(() => {
    if (id && unread > 0 && isVisible) void act('read', { user: me.id, channel: id });
  }, [me.id, id, unread, isVisible]);
};

const onVisibility = (listener: () => void) => {
  document.addEventListener('visibilitychange', listener);
  return () => document.removeEventListener('visibilitychange', listener);
};
