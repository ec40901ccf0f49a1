import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { type Ground, layGround } from '../../chaos/scenario.ts';
import { runTrial } from '../../chaos/trial.ts';

let audienceData: Ground;
beforeAll(async () => {
  audienceData = await layGround(inject('postgresUrl'));
});
afterAll(() => audienceData?.close());

it.each([
  { seed: 1, bots: 1 },
  { seed: 2, bots: 1 },
  { seed: 3, bots: 3 },
])(
  'whatever goes wrong, nothing is lost and nothing doubled (seed $seed, bots $bots)',
  async ({ seed, bots }) => {
    const { lost, doubled, story, deliveries } = await runTrial(audienceData, seed, bots);
    expect({ lost, doubled }, story.join('\n')).toEqual({ lost: [], doubled: [] });
    expect(deliveries).toBe(38);
  },
);
