// Reads what was submitted in a modal.
import { z } from 'zod';
import type { ModalDefinition } from './modals.ts';

export type Submission = {
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly state: { readonly values: unknown };
};

/** What was submitted, or nothing where it was tampered with. */
export const parseSubmission = (
  { fields, metadata }: ModalDefinition,
  view: Submission,
): { fields: Record<string, unknown>; metadata: Record<string, unknown> } | undefined => {
  const given = fields.safeParse(fieldValues(view.state.values));
  const carried = metadata.safeParse(parseMetadata(view.private_metadata));
  return given.success && carried.success
    ? { fields: given.data, metadata: carried.data }
    : undefined;
};

const parseMetadata = (text: string): unknown => {
  try {
    return JSON.parse(text || '{}');
  } catch {
    return undefined;
  }
};

const stateSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
      selected_options: z.array(z.object({ value: z.string() })).optional(),
      selected_user: z.string().nullish(),
      selected_date: z.string().nullish(),
    }),
  ),
);

/** Each of our input blocks has one element, so the block's id is the field's name. */
const fieldValues = (values: unknown) =>
  Object.fromEntries(
    Object.entries(stateSchema.parse(values)).map(([field, elements]) => {
      const { value, selected_option, selected_options, selected_user, selected_date } =
        Object.values(elements)[0] ?? {};
      const chosen =
        selected_options?.map((each) => each.value) ??
        selected_option?.value ??
        selected_user ??
        selected_date;
      return [field, chosen ?? value ?? null];
    }),
  );
