// Finding what was tapped among a message's blocks, and turning what was filled in into a view's state.
import type { View } from '../workspace.ts';

type Element = {
  readonly type: string;
  readonly action_id?: string;
  readonly options?: readonly { value: string }[];
  readonly [field: string]: unknown;
};
type AnyBlock = {
  readonly type: string;
  readonly block_id: string;
  readonly elements?: readonly Element[];
  readonly accessory?: Element;
  readonly element?: Element;
  readonly optional?: boolean;
};

export const findElement = (blocks: readonly unknown[], actionId: string): { blockId: string; element: Element } | undefined => {
  for (const { block_id, elements = [], accessory } of blocks as readonly AnyBlock[]) {
    const element = [...elements, ...(accessory ? [accessory] : [])].find(({ action_id }) => action_id === actionId);
    if (element) return { blockId: block_id, element };
  }
  return undefined;
};

type State = { readonly values: Record<string, Record<string, object>> } | { readonly errors: Record<string, string> };

/** The state of a view from values by block_id. What Slack's own client refuses is refused here: empty required fields, too long text. */
export const formState = (view: View, values: Readonly<Record<string, unknown>>): State => {
  const inputs = (view.blocks as readonly AnyBlock[]).filter(({ type }) => type === 'input');
  const errors = Object.fromEntries(
    inputs.flatMap((input) => {
      const error = problem(input, values[input.block_id]);
      return error ? [[input.block_id, error]] : [];
    }),
  );
  if (Object.keys(errors).length > 0) return { errors };
  return {
    values: Object.fromEntries(
      inputs.map((input) => [
        input.block_id,
        { [input.element?.action_id ?? '']: elementState(input.element, values[input.block_id]) },
      ]),
    ),
  };
};

const problem = ({ optional, element }: AnyBlock, value: unknown): string | undefined => {
  const text = value === undefined || value === null ? '' : String(value);
  if (!text.trim()) return optional ? undefined : 'Please complete this required field.';
  const most = Number(element?.['max_length'] ?? 3000);
  if (element?.type === 'plain_text_input') return text.length > most ? `Please keep it under ${most} characters.` : undefined;
  return element?.options?.some((option) => option.value === text) ? undefined : 'Please choose one of the options.';
};

const elementState = (element: Element | undefined, value: unknown): object => {
  const text = value === undefined || value === null || value === '' ? null : String(value);
  if (element?.type === 'plain_text_input') return { type: element.type, value: text };
  return { type: element?.type, selected_option: element?.options?.find((option) => option.value === text) ?? null };
};
