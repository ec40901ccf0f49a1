import { type SubmitEvent, useRef, useState } from 'react';
import { fromField, toField } from '../london.ts';

type Props = { readonly now: number; readonly onMove: (to: number) => void };

/**
 * Any later moment. The field starts from when it was opened, so that it does not change while
 * somebody types in it.
 */
export const OtherTime = ({ now, onMove }: Props) => {
  const details = useRef<HTMLDetailsElement>(null);
  const [openedAt, setOpenedAt] = useState<number>();
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    onMove(fromField(String(new FormData(event.currentTarget).get('to'))));
    if (details.current) details.current.open = false;
  };
  return (
    <details
      className="other-time"
      ref={details}
      onToggle={({ currentTarget }) => setOpenedAt(currentTarget.open ? now : undefined)}
    >
      <summary>Another time</summary>
      {openedAt !== undefined && (
        <TimeForm earliest={toField(openedAt + 60_000)} onSubmit={submit} />
      )}
    </details>
  );
};

type FormProps = {
  readonly earliest: string;
  readonly onSubmit: (event: SubmitEvent<HTMLFormElement>) => void;
};

const TimeForm = ({ earliest, onSubmit }: FormProps) => (
  <form onSubmit={onSubmit}>
    <label>
      Move to
      <input type="datetime-local" name="to" required min={earliest} defaultValue={earliest} />
    </label>
    <button type="submit" className="primary">
      Move
    </button>
  </form>
);
