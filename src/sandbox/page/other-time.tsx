import { type SubmitEvent, useRef } from 'react';
import { fromField, toField } from './london.ts';

type Props = { readonly now: number; readonly onMove: (to: number) => void };

/** Any later moment. */
export const OtherTime = ({ now, onMove }: Props) => {
  const details = useRef<HTMLDetailsElement>(null);
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onMove(fromField(String(new FormData(event.currentTarget).get('to'))));
    if (details.current) details.current.open = false;
  };
  const earliest = toField(now + 60_000);
  return (
    <details className="other-time" ref={details}>
      <summary>Another time</summary>
      <form onSubmit={submit}>
        <label>
          Move to
          <input type="datetime-local" name="to" required min={earliest} key={earliest} defaultValue={earliest} />
        </label>
        <button type="submit" className="primary">
          Move
        </button>
      </form>
    </details>
  );
};
