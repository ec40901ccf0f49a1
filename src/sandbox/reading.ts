// Reading blocks as a person would: their text, their buttons, and what a form is filled in with at first.

type AnyBlock = Record<string, unknown>;

/** Everything that can be read, in order, a line a piece. */
export const textOf = (blocks: readonly unknown[]): string => blocks.flatMap(texts).join('\n');

const texts = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(texts);
  if (typeof value !== 'object' || value === null) return [];
  const { text, value: _, confirm: __, ...rest } = value as AnyBlock;
  return [...(typeof text === 'string' ? [text] : texts(text)), ...Object.values(rest).flatMap(texts)];
};

export const buttonsIn = (blocks: readonly unknown[]): { label: string; actionId: string }[] =>
  (blocks as AnyBlock[])
    .flatMap(({ elements, accessory }) => [
      ...((elements as AnyBlock[] | undefined) ?? []),
      ...(accessory ? [accessory as AnyBlock] : []),
    ])
    .filter(({ type }) => type === 'button')
    .map((element) => ({ label: (element['text'] as { text: string }).text, actionId: String(element['action_id']) }));

/** What each field of a form holds before anyone touches it. */
export const fieldsIn = (blocks: readonly unknown[]): Record<string, string> =>
  Object.fromEntries(
    (blocks as AnyBlock[]).flatMap(({ type, block_id, element }) => {
      if (type !== 'input') return [];
      const { initial_option, initial_value } = element as { initial_option?: { value: string }; initial_value?: string };
      const value = initial_option?.value ?? initial_value;
      return value === undefined ? [] : [[String(block_id), value]];
    }),
  );
