// Every button: its name in Slack's action_id and what its value carries. Made and read here,
// nowhere else.
import type { Button } from '@slack/types';
import { z } from 'zod';
import { type NextStep, nextStepWords } from '../../domain/indicators/next-step.ts';
import { type ContactKind, contactKinds } from '../../domain/people/contacts.ts';
import { type TouchReason, touchReasons } from '../../domain/people/touch-reasons.ts';
import { type SnoozeChoice, snoozeChoices } from '../../domain/sending/snooze.ts';
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
  answer: z.object({
    prompt: z.uuid(),
    question: z.int().min(0).max(2),
    option: z.int().min(0).max(4),
  }),
  answer_again: byId,
  withdraw_answers: byId,
  add_comment: byId,
  not_now: byId,
  done: byId,
  remind_again: z.object({
    id: z.uuid(),
    later: z.enum(Object.keys(snoozeChoices) as SnoozeChoice[]),
  }),
  not_for_me: byId,
  show_prompt: byId,
  choose_days: nothing,
  /** Without a reason, it is asked for before anything begins. */
  lighter_touch: z.object({
    practice: z.string(),
    on: z.boolean(),
    reason: z.enum(Object.keys(touchReasons) as TouchReason[]).optional(),
  }),
  go_quiet: z.object({ weeks: z.int().min(0).max(26) }),
  leave: nothing,
  /** The id makes posting it twice the same as once. */
  post_summary: byId,
  show_over_time: nothing,
  show_results: byId,
  turn_results: z.object({ id: z.uuid(), page: z.int().min(0) }),
  send_results: z.object({ id: z.uuid(), page: z.int().min(0) }),
  close_loop: byId,
  show_practices: z.object({
    from: z.int().min(0),
    step: z.enum(Object.keys(nextStepWords) as NextStep[]).optional(),
  }),
  show_practice: z.object({ practice: z.string() }),
  note_contact: z.object({
    practice: z.string(),
    kind: z.enum(Object.keys(contactKinds) as ContactKind[]),
  }),
  undo_contact: byId,
  /** Of a message that is only looked at before it is sent. */
  preview: z.object({ what: z.string() }),
  end_series: byId,
  tap_win: z.object({ id: z.uuid(), kind: z.enum(['interested', 'does_too']) }),
  take_back_win: byId,
  post_win: byId,
  show_figures: z.object({ practice: z.string() }),
} as const;

export type ButtonName = keyof typeof buttons;
export type ButtonValue<Name extends ButtonName> = z.infer<(typeof buttons)[Name]>;

type ButtonStyle = {
  readonly style?: 'primary' | 'danger';
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string };
};

/**
 * A button that does one thing. Slack wants a different action_id for each button of a row, so the
 * value is part of it.
 */
export const button = <Name extends ButtonName>(
  name: Name,
  label: string,
  value: ButtonValue<Name>,
  { style, confirm }: ButtonStyle = {},
): Button => ({
  type: 'button',
  action_id: [name, ...Object.values(value)].join('.').slice(0, 255),
  text: { type: 'plain_text', text: truncate(label, 75) },
  value: JSON.stringify(value),
  ...(style ? { style } : {}),
  ...(confirm ? { confirm: confirmation(confirm) } : {}),
});

/**
 * What was tapped, or nothing where the button is not one of ours or its value was tampered with.
 */
export const parseButton = (
  actionId: string,
  value: string | undefined,
): { name: ButtonName; value: unknown } | undefined => {
  const name = actionId.split('.')[0] ?? '';
  if (!isTapName(name)) return undefined;
  const parsed = buttons[name].safeParse(parseJson(value));
  return parsed.success ? { name, value: parsed.data } : undefined;
};

const isTapName = (name: string): name is ButtonName => Object.hasOwn(buttons, name);

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
