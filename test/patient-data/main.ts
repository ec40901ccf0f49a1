// `npm run patient-data -- --seed 7 --size 2000`: what the check for patient data misses, and what
// it stops without need, by kind.
import { parseArgs } from 'node:util';
import { commentsToRefuse, commentsToTake } from './corpus.ts';
import { type Figure, measure, shareOf } from './measure.ts';
import { notPromised, toRefuse, toTake } from './second-corpus.ts';

const { values } = parseArgs({
  options: { seed: { type: 'string', default: '1' }, size: { type: 'string', default: '2000' } },
});
const [seed, size] = [Number(values.seed), Number(values.size)];

/** As many of a kind as a person reads. */
const EXAMPLES = 4;

const percent = (share: number) => `${(100 * share).toFixed(2)} %`;

const tell = (title: string, figures: readonly Figure[], examples = EXAMPLES) => {
  console.log(title);
  for (const { kind, of, wrong } of figures) {
    console.log(`${String(wrong.length).padStart(5)} of ${of}  ${kind.replaceAll('_', ' ')}`);
    for (const text of wrong.slice(0, examples))
      console.log(`               ${JSON.stringify(text)}`);
  }
};

const missed = measure(commentsToRefuse(seed, size), 'missed');
const stopped = measure(commentsToTake(seed, size), 'stopped');
tell('Missed, by what was planted:', missed);
tell('Stopped without need, by what makes them hard:', stopped);
console.log(
  `Seed ${seed}: ${percent(1 - shareOf(missed))} of ${size} comments with patient data ` +
    `caught, ${percent(shareOf(stopped))} of ${size} harmless ones stopped`,
);

for (const part of ['development', 'later', 'held-out'] as const) {
  // who sees the lines that fail mends the check for them, and they measure nothing any more
  const examples = part === 'held-out' ? 0 : Number.POSITIVE_INFINITY;
  const missedByHand = measure(toRefuse(part), 'missed');
  const stoppedByHand = measure(toTake(part), 'stopped');
  const beyond = measure(notPromised(part), 'stopped');
  console.log(`\nSecond corpus, by hand: ${part}`);
  tell('Missed:', missedByHand, examples);
  tell('Stopped without need:', stoppedByHand, examples);
  tell('Caught, though nobody promises it:', beyond, 0);
  console.log(
    `${part}: ${percent(1 - shareOf(missedByHand))} of ${toRefuse(part).length} with patient ` +
      'data ' +
      `caught, ${percent(shareOf(stoppedByHand))} of ${toTake(part).length} harmless ones stopped`,
  );
}
