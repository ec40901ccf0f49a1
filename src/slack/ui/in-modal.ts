// A message shown in a modal, for taps in Home or in a modal, where there is no message to replace.
import type { ModalView } from '@slack/types';
import { type Message, truncate } from './blocks.ts';
import { forView } from './shapes.ts';

export const inModal = ({ blocks }: Message, title = 'Engagement'): ModalView => ({
  type: 'modal',
  title: { type: 'plain_text', text: truncate(title, 24) },
  close: { type: 'plain_text', text: 'Close' },
  blocks: forView(blocks) as ModalView['blocks'],
});
