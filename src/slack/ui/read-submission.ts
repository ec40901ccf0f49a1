// Reading what was submitted: every form comes back through here.
import { z } from 'zod';
import { type FormName, forms } from './modals.ts';

type Submitted = {
  readonly callback_id: string;
  readonly private_metadata: string;
  readonly state: { readonly values: unknown };
};

/** What was submitted, or nothing where it is none of our forms or was tampered with. */
export const readForm = (
  view: Submitted,
): { name: FormName; fields: unknown; carried: unknown } | undefined => {
  const name = view.callback_id;
  if (!isFormName(name)) return undefined;
  const fields = forms[name].fields.safeParse(fieldValues(view.state.values));
  const carried = forms[name].carries.safeParse(JSON.parse(view.private_metadata || '{}'));
  return fields.success && carried.success
    ? { name, fields: fields.data, carried: carried.data }
    : undefined;
};

const isFormName = (name: string): name is FormName => Object.hasOwn(forms, name);

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

/** Each of our blocks has one element, so a block's name is its field's name. */
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
