import { type SubmitEvent, useEffect, useRef, useState } from 'react';
import type { View } from '../workspace.ts';
import { DrawnBlock } from './blocks.tsx';
import { act } from './control.ts';
import { Dialog } from './dialog.tsx';
import { FormField } from './form-field.tsx';
import { useSeen } from './seen.ts';
import type { Block, Field } from './shapes.ts';
import { Tappable } from './tappable.tsx';

/** A view of the bot's over the page. What was filled in stays when the bot changes the view, as in Slack. */
export const Modal = ({ view }: { view: View }) => {
  const { me } = useSeen();
  const { values, fill, errors, problem, busy, submit } = useForm(view);
  const close = () => void act('close', { user: me.id });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(errors).length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
  }, [errors]);
  return (
    <Dialog title={say(view.title) ?? ''} className="modal" onClose={close}>
      <form ref={form} onSubmit={submit} noValidate>
        <div className="dialog-body">
          <Tappable place={{ viewId: view.id }}>
            <div className="blocks">
              {(view.blocks as readonly Block[]).map((block, index) =>
                block.type === 'input' ? (
                  <FormField
                    key={idOf(block)}
                    field={block}
                    value={values[idOf(block)] ?? ''}
                    error={errors[idOf(block)]}
                    onChange={(value) => fill(idOf(block), value)}
                  />
                ) : (
                  <DrawnBlock key={block.block_id ?? index} block={block} />
                ),
              )}
            </div>
          </Tappable>
          {problem && (
            <p className="problem" role="alert">
              {problem}
            </p>
          )}
        </div>
        <footer>
          <button type="button" onClick={close}>
            {say(view.close) ?? (view.submit ? 'Cancel' : 'Close')}
          </button>
          {view.submit ? (
            <button type="submit" className="primary" aria-disabled={busy}>
              {busy && <span className="spinner" aria-hidden="true" />}
              {say(view.submit)}
            </button>
          ) : null}
        </footer>
      </form>
    </Dialog>
  );
};

const say = (text: unknown) => (text as { text: string } | null)?.text;
const idOf = (field: Field) => field.block_id ?? '';

const useForm = (view: View) => {
  const { me } = useSeen();
  const [filled, setFilled] = useState<Record<string, string>>({});
  const [answer, setAnswer] = useState<Answer>({ hash: view.hash });
  const [busy, setBusy] = useState(false);
  const fields = (view.blocks as readonly Block[]).filter((block) => block.type === 'input');
  const values = Object.fromEntries(fields.map((field) => [idOf(field), filled[idOf(field)] ?? initial(field)]));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setAnswer({ hash: view.hash, ...(await act('submit', { user: me.id, viewId: view.id, values })) });
    setBusy(false);
  };
  const isCurrent = answer.hash === view.hash;
  return {
    values,
    fill: (id: string, value: string) => setFilled({ ...filled, [id]: value }),
    errors: (isCurrent && answer.errors) || noErrors,
    problem: isCurrent ? answer.error : undefined,
    busy,
    submit,
  };
};

type Answer = { readonly hash: string; readonly error?: string; readonly errors?: Readonly<Record<string, string>> };

const noErrors: Readonly<Record<string, string>> = {};

const initial = ({ element }: Field) =>
  (element.type === 'plain_text_input' ? element.initial_value : element.initial_option?.value) ?? '';
