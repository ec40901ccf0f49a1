// Buttons: how they are defined and drawn, and how a tap on one is read.
import type { Button } from '@slack/types';
import type { z } from 'zod';
import { truncate } from './blocks.ts';

type ButtonStyle = {
  readonly style?: 'primary' | 'danger';
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string };
};

/** A button of a capability: called with a label and a value, it draws the button. */
export type ButtonDefinition<Value> = {
  (label: string, value: Value, style?: ButtonStyle): Button;
  readonly button: string;
  readonly value: z.ZodType<Value>;
};

/**
 * Defines a button: its name in Slack's action_id, and what its value carries. Handled by `onTap`.
 *
 * @param name in Slack's action_id, unique among all buttons
 * @param value what a tap must carry; a value that does not fit is answered as too old
 */
export const defineButton = <Value extends object>(
  name: string,
  value: z.ZodType<Value>,
): ButtonDefinition<Value> => {
  const draw = (label: string, given: Value, style?: ButtonStyle) =>
    drawButton(name, label, given, style);
  return Object.assign(draw, { button: name, value });
};

/** Slack requires a different action_id for each button in a row, so the value is part of it. */
const drawButton = (
  name: string,
  label: string,
  value: object,
  { style, confirm }: ButtonStyle = {},
): Button => ({
  type: 'button',
  action_id: [name, ...Object.values(value)].join('.').slice(0, 255),
  text: { type: 'plain_text', text: truncate(label, 75) },
  value: JSON.stringify(value),
  ...(style ? { style } : {}),
  ...(confirm ? { confirm: confirmation(confirm) } : {}),
});

/** The name of the button that was tapped. */
export const nameIn = (actionId: string): string => actionId.split('.')[0] ?? '';

/** The value of a tapped button; nothing if it is too old or was tampered with. */
export const parseValue = <Value>(
  schema: z.ZodType<Value>,
  value: string | undefined,
): Value | undefined => schema.safeParse(parseJson(value)).data;

const parseJson = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
};

const confirmation = ({ title, text, yes }: NonNullable<ButtonStyle['confirm']>) => ({
  title: { type: 'plain_text' as const, text: title },
  text: { type: 'plain_text' as const, text },
  confirm: { type: 'plain_text' as const, text: yes },
  deny: { type: 'plain_text' as const, text: 'Not now' },
});
