// Every button: its name in Slack's action_id and what its value carries. Made and read here,
// nowhere else.
import type { Button } from '@slack/types';
import { z } from 'zod';
import { type ContactKind, contactKinds } from '../../domain/people/contacts.ts';
import { type TouchReason, touchReasons } from '../../domain/people/lighter-touch.ts';
import { truncate } from './blocks.ts';

const nothing = z.object({});
const byId = z.object({ id: z.uuid() });
const seat = z.object({
  role: z.string(),
  practice: z.string().optional(),
  locality: z.string().optional(),
});

export const buttons = {
  /** The menu's and Home's buttons run a command, as if it had been typed. */
  run_command: z.object({ command: z.string(), words: z.string().optional() }),
  claim_seat: seat,
  /** The prompt it was tapped in, to be drawn anew. */
  release_seat: z.object({ id: z.uuid(), prompt: z.uuid().optional() }),
  hand_over: byId,
  /** `to` is an id of ours: the colleague was named before it was clear which seat is meant. */
  offer_seat: z.object({ id: z.uuid(), to: z.uuid() }),
  ask_to_take_over: seat,
  accept: byId,
  decline: byId,
  still_me: byId,
  end_cover: nothing,
  invite_practice: z.object({ role: z.string(), practice: z.string() }),
  declare_interest: nothing,
  affirm_interests: z.object({ prompt: z.uuid().optional() }),
  end_interest: byId,
  change_setting: z.object({ key: z.string() }),
  choose_role: nothing,
  show_history: z.object({ before: z.string().regex(/^\d{1,18}$/) }),
  confirm_seat: byId,
  confirm_member: z.object({ person: z.uuid(), practice: z.string() }),
  choose_days: nothing,
  /** Without a reason, it is asked for before anything begins. */
  lighter_touch: z.object({
    practice: z.string(),
    on: z.boolean(),
    reason: z.enum(Object.keys(touchReasons) as TouchReason[]).optional(),
  }),
  go_quiet: z.object({ weeks: z.int().min(0).max(26) }),
  leave: nothing,
  note_contact: z.object({
    practice: z.string(),
    kind: z.enum(Object.keys(contactKinds) as ContactKind[]),
  }),
  undo_contact: byId,
} as const;

export type ButtonName = keyof typeof buttons;
export type ButtonValue<Name extends ButtonName> = z.infer<(typeof buttons)[Name]>;

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

export const button = <Name extends ButtonName>(
  name: Name,
  label: string,
  value: ButtonValue<Name>,
  style?: ButtonStyle,
): Button => drawButton(name, label, value, style);

/** Slack wants a different action_id for each button of a row, so the value is part of it. */
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

/** What a tapped button carries, or nothing where its value was tampered with or is too old. */
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
