// Taps and submitted modals as Slack sends them, for tests that go in through the dispatcher.
import { runModal, runTap } from '../../src/slack/bolt/dispatch.ts';
import { buttons, modals } from '../../src/slack/bolt/features.ts';
import type { Interaction, Response } from '../../src/slack/bolt/interaction.ts';
import { parseSubmission, type Submission } from '../../src/slack/ui/read-submission.ts';

/** The fields of a modal: what was typed or chosen, and a list where several can be chosen. */
export type FieldValues = Readonly<Record<string, string | number | readonly string[] | null>>;

/** A modal as Slack sends it when it is submitted. */
export const submission = (name: string, fields: FieldValues, metadata: object): Submission => ({
  callback_id: name,
  private_metadata: JSON.stringify(metadata),
  state: {
    values: Object.fromEntries(
      Object.entries(fields).map(([field, value]) => [field, { field: filled(value) }]),
    ),
  },
});

const filled = (value: FieldValues[string]) =>
  Array.isArray(value)
    ? { selected_options: value.map((chosen: string) => ({ value: chosen })) }
    : { value: value === null ? null : String(value) };

/**
 * Taps a button.
 *
 * @throws where there is no such button, or it carries something else: the test is wrong
 */
export const tap = (interaction: Interaction, name: string, value: object): Promise<Response> => {
  const found = buttons.find(({ button }) => button.button === name);
  if (!found?.button.value.safeParse(value).success)
    throw new Error(`There is no button ${name} that carries ${JSON.stringify(value)}.`);
  return runTap(interaction, name, JSON.stringify(value));
};

/**
 * Submits a modal.
 *
 * @throws where there is no such modal, or it has other fields: the test is wrong
 */
export const submit = (
  interaction: Interaction,
  name: string,
  fields: FieldValues,
  metadata: object = {},
): Promise<Response> => {
  const view = submission(name, fields, metadata);
  const found = modals.find(({ modal }) => modal.modal === name);
  if (!found || !parseSubmission(found.modal, view))
    throw new Error(
      `There is no modal ${name} that takes ${JSON.stringify({ fields, metadata })}.`,
    );
  return runModal(interaction, view);
};
