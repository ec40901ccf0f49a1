// What can be tapped, chosen or filled in, as Slack checks it (docs.slack.dev,
// reference/block-kit/block-elements).
import { z } from 'zod';

export const plainText = (most: number) =>
  z.object({
    type: z.literal('plain_text'),
    text: z.string().min(1).max(most),
    emoji: z.boolean().optional(),
  });
export const anyText = (most: number) =>
  z.object({ type: z.enum(['plain_text', 'mrkdwn']), text: z.string().min(1).max(most) }).loose();
export const id = z.string().min(1).max(255);

const confirm = z
  .object({
    title: plainText(100),
    text: anyText(300),
    confirm: plainText(30),
    deny: plainText(30),
  })
  .loose();
const option = z.object({
  text: anyText(75),
  value: z.string().min(1).max(75),
  description: plainText(75).optional(),
});
const options = (most: number) => z.array(option).min(1).max(most);

export const button = z.object({
  type: z.literal('button'),
  action_id: id.optional(),
  text: plainText(75),
  value: z.string().max(2000).optional(),
  url: z.string().max(3000).optional(),
  style: z.enum(['primary', 'danger']).optional(),
  confirm: confirm.optional(),
});
export const select = z.object({
  type: z.literal('static_select'),
  action_id: id,
  options: options(100),
  initial_option: option.optional(),
  placeholder: plainText(150).optional(),
});
export const radio = z.object({
  type: z.literal('radio_buttons'),
  action_id: id,
  options: options(10),
  initial_option: option.optional(),
});
export const textInput = z.object({
  type: z.literal('plain_text_input'),
  action_id: id,
  multiline: z.boolean().optional(),
  max_length: z.int().min(1).max(3000).optional(),
  placeholder: plainText(150).optional(),
  initial_value: z.string().max(3000).optional(),
});
export const usersSelect = z.object({
  type: z.literal('users_select'),
  action_id: id,
  initial_user: z.string().optional(),
  placeholder: plainText(150).optional(),
});
export const datePicker = z.object({
  type: z.literal('datepicker'),
  action_id: id,
  initial_date: z.iso.date().optional(),
  placeholder: plainText(150).optional(),
});
export const checkboxes = z
  .object({
    type: z.literal('checkboxes'),
    action_id: id,
    options: options(10),
    initial_options: options(10).optional(),
  })
  .refine(
    ({ options, initial_options: initial = [] }) =>
      initial.every((chosen) =>
        options.some((option) => JSON.stringify(option) === JSON.stringify(chosen)),
      ),
    'initial_options must exactly match some of the options',
  );
