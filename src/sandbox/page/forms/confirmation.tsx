import type { ButtonElement, ConfirmObject } from '../parts/shapes.ts';
import { Words } from '../parts/words.tsx';
import { Dialog } from './dialog.tsx';

type Props = {
  readonly confirm: ConfirmObject;
  readonly style: ButtonElement['style'];
  readonly onYes: () => void;
  readonly onNo: () => void;
};

/** Slack's question before a button does what cannot be undone. */
export const Confirmation = ({
  confirm: { title, text, confirm, deny },
  style,
  onYes,
  onNo,
}: Props) => (
  <Dialog title={title.text} className="confirmation" onClose={onNo}>
    <div className="dialog-body">
      <Words text={text} />
    </div>
    <footer>
      <button type="button" onClick={onNo}>
        {deny.text}
      </button>
      <button type="button" className={style ?? 'primary'} onClick={onYes}>
        {confirm.text}
      </button>
    </footer>
  </Dialog>
);
