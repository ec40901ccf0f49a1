// Modals: how they are defined and drawn. A submitted one is read in read-submission.ts.
import type { ModalView } from '@slack/types';
import { z } from 'zod';
import { type Block, truncate } from './blocks.ts';

/** The fields, the metadata or the value of what has none. */
export const nothing = z.object({});
/** A field with a key from a list, a number, a search or a link: nothing kept as free text. */
export const text = z.string().trim();
/** A field with free text, which is checked for patient data before the handler sees it. */
export const freeText = z.string().trim();

/** The fields of a modal that hold free text. */
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
