import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/proofs/**'],
    globalSetup: 'test/support/database/postgres.ts',
    reporters: ['default', './test/support/closing-line.ts'],
    expect: { poll: { timeout: 15_000 } },
    testTimeout: 300_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
