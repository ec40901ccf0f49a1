import { formatTime } from '../london.ts';
import { useSeen } from '../seen.ts';

const fine = ['ok', 'acknowledged'];

/** What went between the bot and Slack, the newest first. */
export const TrafficPanel = ({ onClose }: { onClose: () => void }) => {
  const { state } = useSeen();
  return (
    <aside className="traffic" aria-label="Between bot and Slack">
      <header className="pane-header">
        <h2>Between bot and Slack</h2>
        <button type="button" className="dismiss" aria-label="Dismiss" onClick={onClose}>
          <span aria-hidden="true">×</span>
        </button>
      </header>
      <p className="note">
        {state.connected ? 'The bot is connected through a socket.' : 'The bot has no socket open.'}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: so that the keyboard can scroll it */}
      <ol tabIndex={0}>
        {state.traffic.toReversed().map(({ at, way, what, outcome }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no names, and nothing to keep
          <li key={index} className={fine.includes(outcome) ? '' : 'not-ok'}>
            <time dateTime={at}>{formatTime(Date.parse(at))}</time>
            <span className="way">
              <span aria-hidden="true">{way === 'to bot' ? '→' : '←'}</span> {way}
            </span>
            <code>{what}</code>
            <span className="outcome">{outcome}</span>
          </li>
        ))}
      </ol>
    </aside>
  );
};
