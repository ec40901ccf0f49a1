// The sandbox's time. It can be moved forward, never back.
import { useEffect, useState } from 'react';
import { act } from '../control.ts';
import { formatMoment, inAnHour, nextSendingTime, tomorrowMorning, useNow } from '../london.ts';
import { useSeen } from '../seen.ts';
import { OtherTime } from './other-time.tsx';

const STATUS_MS = 8000;

const steps = [
  { label: '1 hour', to: inAnHour },
  { label: 'Next day', to: tomorrowMorning },
  { label: 'Next sending time', to: nextSendingTime },
];

export const Clock = () => {
  const { aheadMs } = useSeen();
  const now = useNow(aheadMs);
  const [open, setOpen] = useState(false);
  const { status, busy, move } = useMoving();
  return (
    <section className={open ? 'clock open' : 'clock'} aria-label="Clock">
      <time dateTime={new Date(now).toISOString()}>{formatMoment(now)}</time>
      <button
        type="button"
        className="only-narrow"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        Change time
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset makes no part of a row */}
      <div className="moves" role="group" aria-label="Move forward">
        <span aria-hidden="true">Move forward</span>
        {steps.map(({ label, to }) => (
          <button
            key={label}
            type="button"
            aria-disabled={busy}
            title={`To ${formatMoment(to(now))}`}
            onClick={() => move(to(now))}
          >
            {label}
          </button>
        ))}
        <OtherTime now={now} onMove={move} />
      </div>
      <p className="status" role="status">
        {busy && <span className="spinner" aria-hidden="true" />}
        {status}
      </p>
    </section>
  );
};

/** Moves the clock, saying that it works and what it reached. */
const useMoving = () => {
  const [status, setStatus] = useState('');
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (busy || !status) return;
    const timer = setTimeout(() => setStatus(''), STATUS_MS);
    return () => clearTimeout(timer);
  }, [busy, status]);
  const move = async (to: number) => {
    if (busy) return;
    setBusy(true);
    setStatus(`Moving to ${formatMoment(to)}…`);
    const { ok, error, clock } = await act<{ clock: string }>('clock', {
      to: new Date(to).toISOString(),
    });
    setStatus(
      ok && clock
        ? `It is now ${formatMoment(Date.parse(clock))}.`
        : `The clock could not be moved. ${error ?? ''}`,
    );
    setBusy(false);
  };
  return { status, busy, move };
};
