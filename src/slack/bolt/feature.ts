// What a capability of the bot consists of: its command, its buttons and its modals, each with the
// handler that answers it. A module under slack/<topic> exports one; features.ts lists them.
import type { z } from 'zod';
import type { Permission } from '../../domain/people/permissions.ts';
import type { ButtonDefinition } from '../ui/buttons.ts';
import type { ModalDefinition } from '../ui/modals.ts';
import type { Interaction, MemberInteraction, Response } from './interaction.ts';

type ForAnyone<Input extends unknown[]> = {
  readonly open: true;
  run(interaction: Interaction, ...input: Input): Promise<Response>;
};
type ForMembers<Input extends unknown[]> = {
  readonly open?: false;
  run(interaction: MemberInteraction, ...input: Input): Promise<Response>;
};

/** `open` where strangers may, too. Who may is looked up by `permission` in domain/people. */
export type Handler<Input extends unknown[]> = { readonly permission: Permission } & (
  | ForAnyone<Input>
  | ForMembers<Input>
);

export type Command = Handler<[words: string]> & {
  readonly name: string;
  readonly also?: readonly string[];
  /** As shown in help, such as “who diabetes”; without one it is understood but not listed. */
  readonly usage?: string;
  /** One sentence for help. */
  readonly description: string;
};

export type ButtonHandler = Handler<[value: never]> & { readonly button: ButtonDefinition<never> };
export type ModalHandler = Handler<[fields: never, metadata: never]> & {
  readonly modal: ModalDefinition;
};

export type Feature = {
  readonly commands?: readonly Command[];
  readonly buttons?: readonly ButtonHandler[];
  readonly modals?: readonly ModalHandler[];
};

/** Answers a tap on a button. */
export const onTap = <Value>(
  button: ButtonDefinition<Value>,
  handler: Handler<[value: Value]>,
): ButtonHandler => ({ ...handler, button }) as unknown as ButtonHandler;

/** Answers a submitted modal, whose free text has been checked for patient data before. */
export const onSubmit = <Fields extends z.ZodObject, Metadata extends z.ZodObject>(
  modal: ModalDefinition<Fields, Metadata>,
  handler: Handler<[fields: z.infer<Fields>, metadata: z.infer<Metadata>]>,
): ModalHandler => ({ ...handler, modal }) as unknown as ModalHandler;
