// Reading blocks as a person would: their text, their buttons, and what a form is filled in with at
// first.

type AnyBlock = Record<string, unknown>;

/** Everything that can be read, in order, a line a piece. */
export const textOf = (blocks: readonly unknown[]): string => blocks.flatMap(texts).join('\n');

const texts = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== 'object' || value === null) return [];
  const { text, value: _, confirm: __, ...rest } = value as AnyBlock;
  return [
    ...(typeof text === 'string' ? [text] : texts(text)),
    ...Object.values(rest).flatMap(texts),
  ];
};

export const buttonsIn = (blocks: readonly unknown[]): { label: string; actionId: string }[] =>
  (blocks as AnyBlock[])
    .flatMap(({ elements, accessory }) => [
      ...((elements as AnyBlock[] | undefined) ?? []),
      ...(accessory ? [accessory as AnyBlock] : []),
    ])
    .filter(({ type }) => type === 'button')
    .map((element) => ({
      label: (element['text'] as { text: string }).text,
      actionId: String(element['action_id']),
    }));

/** What each field of a form holds before anyone touches it. */
export const fieldsIn = (blocks: readonly unknown[]): Record<string, string> =>
  Object.fromEntries(
    (blocks as AnyBlock[]).flatMap(({ type, block_id, element }) => {
      if (type !== 'input') return [];
      const value = initialOf(element as Initial);
      return value === undefined ? [] : [[String(block_id), value]];
    }),
  );

type Option = { readonly value: string };
type Initial = {
  readonly initial_value?: string;
  readonly initial_option?: Option;
  readonly initial_options?: readonly Option[];
  readonly initial_user?: string;
  readonly initial_date?: string;
};

const initialOf = ({
  initial_value,
  initial_option,
  initial_options,
  initial_user,
  initial_date,
}: Initial) =>
  initial_value ??
  initial_option?.value ??
  initial_options?.map(({ value }) => value).join(',') ??
  initial_user ??
  initial_date;
