import { useState } from 'react';
import { Confirmation } from '../forms/confirmation.tsx';
import type { ButtonElement } from './shapes.ts';
import { useTap } from './tappable.tsx';

/** A button of the bot's. One with a confirm object asks first. */
export const TapButton = ({ element }: { element: ButtonElement }) => {
  const { text, style, action_id: actionId = '', value, confirm } = element;
  const tap = useTap();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setAsking(false);
    setBusy(true);
    await tap(actionId, value);
    setBusy(false);
  };
  const press = () => (confirm ? setAsking(true) : send());
  return (
    <>
      <button
        type="button"
        className={`tap ${style ?? ''}`}
        aria-disabled={busy}
        aria-busy={busy}
        onClick={() => busy || press()}
      >
        {text.text}
      </button>
      {asking && confirm && (
        <Confirmation confirm={confirm} style={style} onYes={send} onNo={() => setAsking(false)} />
      )}
    </>
  );
};
