import { defineConfig } from 'vitest/config';

/** Tests that measure how long something takes in a browser. */
const TIMED = ['budgets', 'desk-speed'].map((name) => `tests/e2e/${name}.test.ts`);

/** One file for each core of a small machine, which Vitest leaves one of to itself; it waits most of the time. */
const WORKERS = 2;

// Four projects: `unit` holds the code, whatever the data; `acceptance` the figures that are shipped in data/;
// `site` a built site (`OJ_SITE`, set by scripts/test.ts); `timed` how soon it answers, a file at a time with nothing
// beside it.
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
          maxWorkers: WORKERS,
          // A worker keeps its modules, and the shipped data once read (tests/pipeline/loaded.ts), from file to file.
          isolate: false,
          // Whole workbooks are read back, perhaps on a busy machine.
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'acceptance',
          include: ['tests/acceptance/**/*.test.ts'],
          maxWorkers: WORKERS,
          isolate: false,
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          exclude: TIMED,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          maxWorkers: WORKERS,
          maxConcurrency: 2,
        },
      },
      {
        test: {
          name: 'timed',
          include: TIMED,
          testTimeout: 120_000,
          hookTimeout: 120_000,
          fileParallelism: false,
          // After all others.
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
