// Block Kit as the sandbox lets it through.
import type { Block } from '../../api/block-kit.ts';

export type { Block };
export type BlockOf<Type extends Block['type']> = Extract<Block, { type: Type }>;

export type Field = BlockOf<'input'>;
export type ElementOf<Type extends Field['element']['type']> = Extract<
  Field['element'],
  { type: Type }
>;
export type ButtonElement = Extract<BlockOf<'actions'>['elements'][number], { type: 'button' }>;
export type ConfirmObject = NonNullable<ButtonElement['confirm']>;
export type Text = { readonly type: 'plain_text' | 'mrkdwn'; readonly text: string };
