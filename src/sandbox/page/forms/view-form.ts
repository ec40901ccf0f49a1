// What is filled in in a modal, and what comes of submitting it.
import { type SubmitEvent, useState } from 'react';
import { fieldsIn } from '../../reading.ts';
import type { View } from '../../workspace.ts';
import { act } from '../control.ts';
import type { Block, Field } from '../parts/shapes.ts';
import { useSeen } from '../seen.ts';

type Errors = Readonly<Record<string, string>>;
type Answer = { readonly hash: string; readonly error?: string; readonly errors?: Errors };

const noErrors: Errors = {};

/**
 * What was filled in stays when the bot changes the view, as in Slack; what was wrong with the
 * earlier view does not.
 */
export const useViewForm = (view: View) => {
  const { me } = useSeen();
  const [filled, setFilled] = useState<Readonly<Record<string, string>>>({});
  const [answer, setAnswer] = useState<Answer>({ hash: view.hash });
  const [busy, setBusy] = useState(false);
  const initial = fieldsIn(view.blocks);
  const values = Object.fromEntries(idsIn(view).map((id) => [id, filled[id] ?? initial[id] ?? '']));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setAnswer({
      hash: view.hash,
      ...(await act('submit', { user: me.id, viewId: view.id, values })),
    });
    setBusy(false);
  };
  const { error: problem, errors = noErrors }: Partial<Answer> =
    answer.hash === view.hash ? answer : {};
  const fill = (id: string, value: string) => setFilled({ ...filled, [id]: value });
  return { values, fill, errors, problem, busy, submit };
};

export type ViewForm = ReturnType<typeof useViewForm>;

export const idOf = (field: Field): string => field.block_id ?? '';

const idsIn = ({ blocks }: View) =>
  (blocks as readonly Block[]).flatMap((block) => (block.type === 'input' ? idOf(block) : []));
