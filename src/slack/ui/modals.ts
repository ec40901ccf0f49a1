// Every form: its callback_id, what it carries along in private_metadata, and what its fields hold.
// Made here, and read in read-form.ts.
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { type Profession, professions } from '../../domain/people/people.ts';
import type { Permission } from '../../domain/people/permissions.ts';
import { type InterestKind, interestKinds } from '../../domain/roles/interests.ts';
import type { Interaction, MemberInteraction, Response } from '../bolt/interaction.ts';
import { type Block, truncate } from './blocks.ts';

/** What a button or modal carries that carries nothing. */
export const nothing = z.object({});
/**
 * A key from a list, a number, words to search by, a link: nothing that is kept as somebody’s own
 * words.
 */
export const text = z.string().trim();
/** Somebody’s own words, which are checked for patient data before the form’s handler sees them. */
export const freeText = z.string().trim();
export const forms = {
  find_practice: { carries: nothing, fields: z.object({ words: text }) },
  join: {
    carries: nothing,
    fields: z.object({
      practice: text,
      profession: z.enum(Object.keys(professions) as Profession[]),
    }),
  },
  claim: { carries: nothing, fields: z.object({ seat: text }) },
  handover: { carries: z.object({ id: z.uuid() }), fields: z.object({ colleague: text }) },
  cover: { carries: nothing, fields: z.object({ colleague: text, until: z.iso.date() }) },
  own_time: {
    carries: nothing,
    fields: z.object({
      days: z.array(text),
      from: z.iso.date().nullable(),
      until: z.iso.date().nullable(),
    }),
  },
  interest: {
    carries: nothing,
    fields: z.object({
      kind: z.enum(Object.keys(interestKinds) as InterestKind[]),
      description: freeText,
      shown: z.array(text),
    }),
  },
  setting: { carries: z.object({ key: text }), fields: z.object({ value: freeText.nullable() }) },
  choose_role: { carries: nothing, fields: z.object({ role: text }) },
  role: {
    /** The role that is edited; none for a new one. */
    carries: z.object({ key: text.nullable() }),
    fields: z.object({
      level: z.enum(['area_lead', 'leadership', 'leadership_local']).optional(),
      title: freeText,
      seats: text,
      term: text.nullable(),
      professions: z.array(text),
      rules: z.array(text),
    }),
  },
} as const;

export type FormName = keyof typeof forms;
export type Carried<Name extends FormName> = z.infer<(typeof forms)[Name]['carries']>;
export type Fields<Name extends FormName> = z.infer<(typeof forms)[Name]['fields']>;

type Run<V, Name extends FormName> = (
  interaction: V,
  fields: Fields<Name>,
  carried: Carried<Name>,
) => Promise<Response>;

export type Form<Name extends FormName = FormName> = {
  readonly form: Name;
  readonly permission: Permission;
} & (
  | { readonly open: true; run: Run<Interaction, Name> }
  | { readonly open?: false; run: Run<MemberInteraction, Name> }
);

/** The fields of a modal that hold somebody’s own words. */
export const freeTextIn = ({ fields }: Pick<ModalDefinition, 'fields'>): string[] =>
  Object.entries(fields.shape)
    .filter(
      ([, schema]) => (schema instanceof z.ZodNullable ? schema.unwrap() : schema) === freeText,
    )
    .map(([field]) => field);

type ModalContent<Metadata> = {
  /** Slack takes 24 characters. */
  readonly title: string;
  readonly submit: string;
  readonly metadata: Metadata;
  readonly blocks: readonly Block[];
};

/** A modal of a capability: called with its content, it draws the view. */
export type ModalDefinition<
  Fields extends z.ZodObject = z.ZodObject,
  Metadata extends z.ZodObject = z.ZodObject,
> = {
  (content: ModalContent<z.infer<Metadata>>): ModalView;
  readonly modal: string;
  readonly fields: Fields;
  readonly metadata: Metadata;
};

/**
 * Defines a modal: its callback_id, what its fields hold, and what its private_metadata carries.
 * Handled by `onSubmit`. A field of `freeText` is checked for patient data before its handler.
 *
 * @param name the callback_id, unique among all modals
 */
export const defineModal = <Fields extends z.ZodObject, Metadata extends z.ZodObject>(
  name: string,
  { fields, metadata }: { readonly fields: Fields; readonly metadata: Metadata },
): ModalDefinition<Fields, Metadata> => {
  const draw = (content: ModalContent<z.infer<Metadata>>) => drawModal(name, content);
  return Object.assign(draw, { modal: name, fields, metadata });
};

export const modal = <Name extends FormName>(
  name: Name,
  { carries, ...content }: Omit<ModalContent<unknown>, 'metadata'> & { carries: Carried<Name> },
): ModalView => drawModal(name, { ...content, metadata: carries });

const drawModal = (
  name: string,
  { title, submit, metadata, blocks }: ModalContent<unknown>,
): ModalView => ({
  type: 'modal',
  callback_id: name,
  private_metadata: JSON.stringify(metadata),
  title: { type: 'plain_text', text: truncate(title, 24) },
  submit: { type: 'plain_text', text: submit },
  close: { type: 'plain_text', text: 'Not now' },
  blocks: [...blocks] as ModalView['blocks'],
});
