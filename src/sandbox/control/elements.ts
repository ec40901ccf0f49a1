// Finding what was tapped among a message's blocks, and turning what was filled in into a view's
// state.
import type { View, Workspace } from '../workspace.ts';
import { type Element, kinds } from './fields.ts';

type AnyBlock = {
  readonly type: string;
  readonly block_id: string;
  readonly elements?: readonly Element[];
  readonly accessory?: Element;
  readonly element?: Element;
  readonly optional?: boolean;
};

export const findElement = (
  blocks: readonly unknown[],
  actionId: string,
): { blockId: string; element: Element } | undefined => {
  for (const { block_id, elements = [], accessory } of blocks as readonly AnyBlock[]) {
    const element = [...elements, ...(accessory ? [accessory] : [])].find(
      ({ action_id }) => action_id === actionId,
    );
    if (element) return { blockId: block_id, element };
  }
  return undefined;
};

type Filled = {
  readonly blockId: string;
  readonly element: Element;
  readonly isOptional: boolean;
  readonly text: string;
};
type State =
  | { readonly values: Record<string, Record<string, object>> }
  | { readonly errors: Record<string, string> };

/**
 * The state of a view from values by block_id. What Slack's own client refuses is refused here:
 * empty required fields, too long text.
 */
export const formState = (
  workspace: Workspace,
  view: View,
  values: Readonly<Record<string, unknown>>,
): State => {
  const filled = (view.blocks as readonly AnyBlock[]).flatMap(
    ({ element, block_id: blockId, optional = false }): Filled[] =>
      element ? [{ blockId, element, isOptional: optional, text: asText(values[blockId]) }] : [],
  );
  const errors = Object.fromEntries(
    filled.flatMap((each) => {
      const error = problem(workspace, each);
      return error ? [[each.blockId, error]] : [];
    }),
  );
  if (Object.keys(errors).length > 0) return { errors };
  return {
    values: Object.fromEntries(
      filled.map(({ blockId, element, text }) => [
        blockId,
        { [element.action_id ?? '']: stateOf(element, text) },
      ]),
    ),
  };
};

/** An array, as the values of checkboxes may be, becomes its values with commas between. */
const asText = (value: unknown) => (value === undefined || value === null ? '' : String(value));

const problem = (
  workspace: Workspace,
  { element, isOptional, text }: Filled,
): string | undefined => {
  if (!text.trim()) return isOptional ? undefined : 'Please complete this required field.';
  return kinds[element.type]?.refuse(text, element, workspace);
};

const stateOf = (element: Element, text: string): object => ({
  type: element.type,
  ...kinds[element.type]?.state(text || null, element),
});
