// A practice's figures, in words, each with its caveat. For the few who may see them, and never
// sent or posted.
import { CAVEAT, describeKeeper, describeReading } from '../../domain/indicators/figure-text.ts';
import type { Reading } from '../../domain/indicators/signals.ts';
import type { Practice } from '../../domain/people/practices.ts';
import type { Words } from '../../domain/text/words.ts';
import { type Block, contextBlock, escapeMrkdwn, section } from '../ui/blocks.ts';
import { button } from '../ui/buttons.ts';

export const figureBlocks = (
  { name }: Practice,
  readings: readonly Reading[],
  words: Words,
): Block[] => [
  section(`*Figures of ${escapeMrkdwn(name)}*`),
  ...readings.flatMap((reading) => [
    section(
      `*${escapeMrkdwn(reading.indicator.name)}*${reading.period ? `, ${reading.period}` : ''}\n${escapeMrkdwn(describeReading(reading))}`,
    ),
    contextBlock(CAVEAT),
  ]),
  contextBlock(escapeMrkdwn(describeKeeper(words))),
];

/** For the practice's own leads, and for nobody else to see. */
export const figuresLine = ({ code: practice }: Practice): Block =>
  section(
    'Its figures, for its own leads to look at.',
    button('show_figures', 'Look at the figures', { practice }),
  );
