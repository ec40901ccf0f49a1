// `npm run proofs`: the long runs. The rules of domain with many more tries, and what takes too
// long for every day.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: [
      'test/domain/**/*.test.ts',
      'test/store/surveys/anonymity.test.ts',
      'test/proofs/**/*.test.ts',
    ],
    globalSetup: 'test/support/database/postgres.ts',
    setupFiles: 'test/proofs/more-tries.ts',
    reporters: ['default', './test/support/closing-line.ts'],
    testTimeout: 1_800_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
