import { useEffect, useRef } from 'react';
import type { View } from '../../workspace.ts';
import { act } from '../control.ts';
import { DrawnBlock } from '../parts/blocks.tsx';
import type { Block } from '../parts/shapes.ts';
import { Tappable } from '../parts/tappable.tsx';
import { useSeen } from '../seen.ts';
import { Dialog } from './dialog.tsx';
import { FormField } from './form-field.tsx';
import { idOf, useViewForm, type ViewForm } from './view-form.ts';

/** A view of the bot's over the page. */
export const Modal = ({ view }: { view: View }) => {
  const { me } = useSeen();
  const form = useViewForm(view);
  const element = useFocusOnErrors(form);
  const close = () => void act('close', { user: me.id });
  return (
    <Dialog title={say(view.title) ?? ''} className="modal" onClose={close}>
      <form ref={element} onSubmit={form.submit} noValidate>
        <div className="dialog-body">
          <Tappable place={{ viewId: view.id }}>
            <div className="blocks">
              {(view.blocks as readonly Block[]).map((block, index) => (
                <FormBlock key={block.block_id ?? index} block={block} form={form} />
              ))}
            </div>
          </Tappable>
          {form.problem && (
            <p className="problem" role="alert">
              {form.problem}
            </p>
          )}
        </div>
        <footer>
          <button type="button" onClick={close}>
            {say(view.close) ?? (view.submit ? 'Cancel' : 'Close')}
          </button>
          {view.submit !== null && (
            <button type="submit" className="primary" aria-disabled={form.busy}>
              {form.busy && <span className="spinner" aria-hidden="true" />}
              {say(view.submit)}
            </button>
          )}
        </footer>
      </form>
    </Dialog>
  );
};

const FormBlock = ({ block, form }: { block: Block; form: ViewForm }) => {
  if (block.type !== 'input') return <DrawnBlock block={block} />;
  const id = idOf(block);
  const { values, errors, fill } = form;
  return (
    <FormField
      field={block}
      value={values[id] ?? ''}
      error={errors[id]}
      onChange={(value) => fill(id, value)}
    />
  );
};

const useFocusOnErrors = ({ errors }: ViewForm) => {
  const element = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      element.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [errors]);
  return element;
};

const say = (text: unknown) => (text as { text: string } | null)?.text;
