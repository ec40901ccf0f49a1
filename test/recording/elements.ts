// What can be tapped and filled in, as a person finds it on a message, a Home or a modal.
import type { Block } from './control.ts';

export type Button = { readonly label: string; readonly actionId: string; readonly beside: string };

type Words = { readonly text: string };
type Element = Block & {
  readonly type: string;
  readonly text?: Words;
  readonly action_id?: string;
};
type Option = { readonly value: string };

/** The buttons, each with the words of the block it stands in. */
export const buttonsIn = (blocks: readonly Block[]): Button[] =>
  blocks.flatMap((block) => {
    const elements = [
      ...((block['elements'] as Element[] | undefined) ?? []),
      ...(block['accessory'] ? [block['accessory'] as Element] : []),
    ];
    const beside = (block['text'] as Words | undefined)?.text ?? '';
    return elements
      .filter(({ type }) => type === 'button')
      .map(({ text, action_id }) => ({
        label: text?.text ?? '',
        actionId: action_id ?? '',
        beside,
      }));
  });

export type Field = {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly isOptional: boolean;
  readonly options: readonly string[];
  /** What it holds before anyone touches it. */
  readonly initial: string;
};

export const fieldsIn = (blocks: readonly Block[]): Field[] =>
  blocks.flatMap((block) => {
    const element = block['element'] as Element | undefined;
    if (block['type'] !== 'input' || !element) return [];
    return [
      {
        id: String(block['block_id']),
        label: (block['label'] as Words).text,
        type: element.type,
        isOptional: Boolean(block['optional']),
        options: ((element['options'] as Option[] | undefined) ?? []).map(({ value }) => value),
        initial: initialOf(element),
      },
    ];
  });

const initialOf = (element: Block): string => {
  const one = element['initial_option'] as Option | undefined;
  const some = element['initial_options'] as Option[] | undefined;
  const typed = element['initial_value'] ?? element['initial_user'] ?? element['initial_date'];
  return String(typed ?? one?.value ?? some?.map(({ value }) => value).join(',') ?? '');
};
