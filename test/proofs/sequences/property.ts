// One property for the daily tests and for the long proofs: whatever happens, in whatever order and
// at the same moment, the register stays true.
import fc from 'fast-check';
import type { Store } from '../../../src/store/store.ts';
import { monday } from '../../world.ts';
import { perform } from './actions.ts';
import { faultsIn } from './invariants.ts';
import { type Batch, describeBatch, sequences } from './sequence.ts';
import { closeWorld, openWorld } from './two-ccgs.ts';

type Effort = {
  readonly runs: number;
  /**
   * Making a sequence that shows a fault shorter takes time too; what was found until then is
   * reported.
   */
  readonly mostMinutes: number;
};

/**
 * With a CCG for each run, runs do not meet. @throws with the shortest sequence found that shows a
 * fault, step by step
 */
export const assertAlwaysTrue = (
  store: Store,
  databaseUrl: string,
  { runs, mostMinutes }: Effort,
): Promise<void> => {
  let run = 0;
  const property = fc.asyncProperty(sequences, async (batches) => {
    run += 1;
    await play(store, databaseUrl, `R${run}`, batches);
  });
  return fc.assert(property, {
    numRuns: runs,
    interruptAfterTimeLimit: mostMinutes * 60_000,
    markInterruptAsFailure: true,
    asyncReporter: report,
  });
};

/** What was not true, and after which of the batches. */
class Fault extends Error {
  readonly last: number;
  constructor(message: string, last: number) {
    super(message);
    this.last = last;
  }
}

const play = async (store: Store, databaseUrl: string, code: string, batches: readonly Batch[]) => {
  let now = monday;
  const world = await openWorld(store, databaseUrl, code, now);
  try {
    for (const [index, { afterHours, steps }] of batches.entries()) {
      now = new Date(now.getTime() + afterHours * 3_600_000);
      const results = await Promise.allSettled(steps.map((step) => perform(world, step, now)));
      const thrown = results.flatMap((result) =>
        result.status === 'rejected' ? [`thrown: ${describeError(result.reason)}`] : [],
      );
      const faults = [...thrown, ...(await faultsIn(world))];
      if (faults.length > 0) throw new Fault(faults.join('\n'), index);
    }
  } finally {
    await closeWorld(world);
  }
};

const describeError = (error: unknown) =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

const report = async ({
  failed,
  counterexample,
  seed,
  counterexamplePath,
  errorInstance,
  numRuns,
}: fc.RunDetails<[Batch[]]>) => {
  if (!failed) return;
  const [batches = []] = counterexample ?? [];
  const [fault, last] =
    errorInstance instanceof Fault
      ? [errorInstance.message, errorInstance.last]
      : [
          String(
            errorInstance ??
              'There was no time for all sequences; none of those that were tried showed a fault.',
          ),
          Infinity,
        ];
  const steps = batches.slice(0, last + 1).map(describeBatch);
  const again = `To try it again: seed ${seed}, path ${counterexamplePath}, after ${numRuns} sequences.`;
  throw new Error(
    ['The register was not true after these steps:', ...steps, '', fault, '', again].join('\n'),
  );
};
