// A practice's lighter touch: what it means, and the one button that begins or ends it.
import type { Practice } from '../../domain/practices.ts';
import { type Block, buttons, safe, section } from '../blocks.ts';
import { button } from '../taps.ts';

export const touchBlocks = ({ code, name, lightSince }: Practice): Block[] => [
  section(
    lightSince
      ? `*${safe(name)} has a lighter touch.* Its people are asked once, and never a second time.`
      : `*A lighter touch for ${safe(name)}?* Its people would be asked once, and never a second time. Nothing else changes.`,
  ),
  buttons(touchButton({ code, lightSince })),
];

/** For those who may begin or end it, and for nobody else to see. */
export const touchLine = (practice: Practice): Block =>
  section(
    practice.lightSince
      ? 'It has a lighter touch: its people are asked once, and never a second time.'
      : 'Would it rather be asked less?',
    touchButton(practice),
  );

const touchButton = ({ code, lightSince }: Pick<Practice, 'code' | 'lightSince'>) =>
  lightSince
    ? button('lighter_touch', 'End the lighter touch', { practice: code, on: false })
    : button('lighter_touch', 'Lighter touch', { practice: code, on: true });
