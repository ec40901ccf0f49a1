import { CAVEAT, describeKeeper, describeReading } from '../../domain/indicators/figure-text.ts';
import type { Reading } from '../../domain/indicators/signals.ts';
import type { Practice } from '../../domain/people/practices.ts';
import type { Words } from '../../domain/text/words.ts';
import { type Block, contextBlock, escapeMrkdwn, section } from '../ui/blocks.ts';

/**
 * A practice's figures in words, each with its caveat, for the few who may see them. They are never
 * sent or posted.
 */
export const figureBlocks = (
  { name }: Practice,
  readings: readonly Reading[],
  words: Words,
): Block[] => [
  section(`*Figures of ${escapeMrkdwn(name)}*`),
  ...readings.flatMap((reading) => [section(formatReading(reading)), contextBlock(CAVEAT)]),
  contextBlock(escapeMrkdwn(describeKeeper(words))),
];

const formatReading = (reading: Reading) => {
  const { indicator, period } = reading;
  const title = `*${escapeMrkdwn(indicator.name)}*${period ? `, ${period}` : ''}`;
  return `${title}\n${escapeMrkdwn(describeReading(reading))}`;
};
