// `npm run chaos -- --trials 50 --seed 1000 --bots 3`: kills, faults and taps at random, and
// whether anything was lost or doubled. With `--outages`, PostgreSQL's own processes and the bots
// are killed and frozen too.
import { parseArgs } from 'node:util';
import { openOwnGround } from './own-database.ts';
import { openGround } from './scenario.ts';
import { runTrial, type Trial } from './trial.ts';

const { values } = parseArgs({
  options: {
    trials: { type: 'string', default: '10' },
    seed: { type: 'string', default: '1' },
    bots: { type: 'string', default: '1' },
    outages: { type: 'boolean', default: false },
  },
});
const [trials, seed, bots] = [Number(values.trials), Number(values.seed), Number(values.bots)];

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());

/** A trial that could not be held says nothing of the bot, but that PostgreSQL stayed away does. */
let notHeld = 0;
const orNothing = (error: unknown) => {
  if (stopping.signal.aborted) return;
  notHeld += 1;
  console.log(error);
  if (error instanceof Error && error.message.includes('not back within a minute'))
    process.exitCode = 1;
};

const tellFailure = ({ seed, story, lost, doubled, log }: Trial) =>
  console.log(
    [
      `Seed ${seed}:`,
      ...story,
      ...lost.map((each) => `LOST ${each}`),
      ...doubled.map((each) => `DOUBLED ${each}`),
      log,
    ].join('\n'),
  );

const began = Date.now();
const done: Trial[] = [];
const audienceData = await (values.outages ? openOwnGround() : openGround());
try {
  for (let next = seed; next < seed + trials && !stopping.signal.aborted; next += 1) {
    const trial = await runTrial(audienceData, next, bots).catch(orNothing);
    if (stopping.signal.aborted) break; // Ctrl+C ends the bots too, so what came of it says nothing
    if (!trial) continue;
    done.push(trial);
    if (values.outages)
      console.log(`Seed ${next}: PostgreSQL away for ${trial.awayMs} ms at most.`);
    if (trial.lost.length + trial.doubled.length > 0) tellFailure(trial);
  }
} finally {
  await audienceData.close();
}

const total = (number: (trial: Trial) => number) =>
  done.reduce((sum, trial) => sum + number(trial), 0);
const ends = done.flatMap(({ accounted }) => Object.entries(accounted));
const sum = Object.entries(Object.groupBy(ends, ([state]) => state)).map(
  ([state, of]) => `${state} ${of?.reduce((so, [, number]) => so + number, 0)}`,
);
for (const { seed, fallen } of done)
  for (const words of fallen)
    console.log(`Seed ${seed}: a bot ended by itself, and another took its place:\n${words}`);
const [lost, doubled] = [total((each) => each.lost.length), total((each) => each.doubled.length)];
console.log(
  `How the deliveries ended: ${sum.sort().join(', ')}. ` +
    `${Math.round((Date.now() - began) / 1000)} s.`,
);
console.log(
  `${done.length} trials, bots ${bots}, seed ${seed}: ${lost} lost, ${doubled} doubled, ` +
    `${total((each) => each.deliveries)} deliveries, ${total(({ resolved }) => resolved)} ` +
    `uncertain resolved, ${total(({ taps }) => taps)} taps, ${total(({ faults }) => faults)} ` +
    `faults, ${total(({ kills }) => kills)} kills, ${total(({ outages }) => outages)} outages, ` +
    `${notHeld} trials not held`,
);
if (lost + doubled > 0) process.exitCode = 1;
