import { defineConfig } from 'vitest/config';

// Three projects: `unit` holds the code, whatever the data; `acceptance` the figures that are shipped in data/;
// `site` a built site (`OJ_SITE`, set by scripts/test.ts).
export default defineConfig({
  test: {
    // Measured by `npm test` with the unit tests; drawn by a browser alone are the islands' own pages (tests/e2e).
    coverage: {
      provider: 'v8',
      include: ['src/**/*.ts'],
      exclude: ['src/pages/**'],
      reporter: ['json-summary'],
      reportOnFailure: true,
      reportsDirectory: '.cache/coverage',
    },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/acceptance/**', 'tests/site/**', 'tests/e2e/**'],
          // Whole workbooks are read back, perhaps on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'acceptance',
          include: ['tests/acceptance/**/*.test.ts'],
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          maxConcurrency: 2,
        },
      },
    ],
  },
});
