// The few Block Kit pieces we use. Text from people is escaped here and nowhere else.
import type {
  Button,
  ContextBlock,
  DividerBlock,
  HeaderBlock,
  InputBlock,
  KnownBlock,
  ModalView,
  PlainTextOption as Option,
  SectionBlock,
} from '@slack/types';
import type { DataVisualizationBlock } from './chart.ts';

export type Block = KnownBlock | DataVisualizationBlock;

/** A message: blocks, and the same in plain words for notifications and screen readers. */
export type Message = { readonly text: string; readonly blocks: readonly Block[] };

/**
 * Slack's three control characters as entities, so that what people typed can neither link nor
 * ping.
 */
export const escapeMrkdwn = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** What Slack takes in one piece of text. */
const MAX_TEXT = 3000;

/** A person, with a link to them in Slack where they have an account. */
export const mention = ({
  name,
  slackId,
}: {
  readonly name: string;
  readonly slackId: string | null;
}): string => (slackId ? `${escapeMrkdwn(name)} (<@${slackId}>)` : escapeMrkdwn(name));

/** Text in Slack's mrkdwn; whatever people typed in it has been escaped. */
export const section = (text: string, accessory?: Button): SectionBlock => ({
  type: 'section',
  text: { type: 'mrkdwn', text: truncate(text, MAX_TEXT) },
  ...(accessory ? { accessory } : {}),
});

export const contextBlock = (text: string): ContextBlock => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: truncate(text, MAX_TEXT) }],
});

export const header = (text: string): HeaderBlock => ({
  type: 'header',
  text: { type: 'plain_text', text: truncate(text, 150) },
});

export const divider: DividerBlock = { type: 'divider' };

export const actionsBlock = (...elements: Button[]): KnownBlock => ({ type: 'actions', elements });

/** A message of one paragraph. */
export const textMessage = (words: string, ...more: Block[]): Message => ({
  text: words,
  blocks: [section(escapeMrkdwn(words)), ...more],
});

/** A choice in a list. Slack allows 75 characters in its label and in its description. */
export const option = (label: string, value: string, description?: string): Option => ({
  text: { type: 'plain_text', text: truncate(label, 75) },
  value,
  ...(description ? { description: { type: 'plain_text', text: truncate(description, 75) } } : {}),
});

export const truncate = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

type Field = {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
};

export const chooseOne = (field: Field, options: readonly Option[], initial?: Option): InputBlock =>
  input(field, {
    type: 'static_select',
    action_id: field.id,
    options: [...options],
    ...(initial ? { initial_option: initial } : {}),
  });

export const chooseByRadio = (
  field: Field,
  options: readonly Option[],
  initial?: Option,
): InputBlock =>
  input(field, {
    type: 'radio_buttons',
    action_id: field.id,
    options: [...options],
    ...(initial ? { initial_option: initial } : {}),
  });

export const chooseSome = (
  field: Field,
  options: readonly Option[],
  initial: readonly Option[],
): InputBlock =>
  input(
    { optional: true, ...field },
    {
      type: 'checkboxes',
      action_id: field.id,
      options: [...options],
      ...(initial.length > 0 ? { initial_options: [...initial] } : {}),
    },
  );

export const choosePerson = (field: Field): InputBlock =>
  input(field, { type: 'users_select', action_id: field.id });

export const chooseDay = (field: Field, initial?: string): InputBlock =>
  input(field, {
    type: 'datepicker',
    action_id: field.id,
    ...(initial ? { initial_date: initial } : {}),
  });

export const typeText = (
  field: Field,
  { multiline = false, most = 300, placeholder = '', initial = '' } = {},
): InputBlock =>
  input(field, {
    type: 'plain_text_input',
    action_id: field.id,
    multiline,
    max_length: most,
    ...(placeholder ? { placeholder: { type: 'plain_text', text: placeholder } } : {}),
    ...(initial ? { initial_value: initial } : {}),
  });

const input = (
  { id, label, hint, optional = false }: Field,
  element: InputBlock['element'],
): InputBlock => ({
  type: 'input',
  block_id: id,
  label: { type: 'plain_text', text: label },
  element,
  optional,
  ...(hint ? { hint: { type: 'plain_text', text: hint } } : {}),
});

/** A modal that only says something. */
export const notice = (title: string, words: string): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: truncate(title, 24) },
  close: { type: 'plain_text', text: 'Close' },
  blocks: [section(escapeMrkdwn(words))],
});
