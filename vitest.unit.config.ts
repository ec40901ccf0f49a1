import { defineConfig } from 'vitest/config';

/** The fast tests: what needs neither PostgreSQL nor a browser. */
export default defineConfig({
  test: {
    include: ['test/{domain,slack,files}/**/*.test.ts', 'test/{architecture,texts,config}.test.ts'],
    // these two take a store, and are run by npm test
    exclude: ['test/slack/surveys/anonymous-prompt.test.ts', 'test/slack/bolt/free-text.test.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
