import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that measure how long something takes in a browser. */
const TIMED = ['budgets', 'desk-speed'].map((name) => `tests/e2e/${name}.test.ts`);

/** Whoever opens pages needs it unpacked. */
const BROWSER = 'tests/e2e/unpack-browser.ts';

/** One file for each core of a small machine, which Vitest leaves one of to itself; it waits most of the time. */
const WORKERS = 2;

/**
 * Tests that do the same thing hundreds of times, or with a whole release: with counters in all of our code they take
 * half as long again, and count nothing that the others do not. `npm test` measures without them, and runs them
 * after.
 */
export const UNMEASURED = [
  'tests/disclosure/large.test.ts',
  'tests/disclosure/noninterference.test.ts',
  'tests/disclosure/outsider.test.ts',
  'tests/disclosure/people.test.ts',
  'tests/disclosure/random.test.ts',
  'tests/files/api.test.ts',
  'tests/files/everywhere.test.ts',
  'tests/files/figures/png.test.ts',
  'tests/files/ooxml.test.ts',
  'tests/files/xlsx.test.ts',
  'tests/ingest/fuzz.test.ts',
  'tests/ingest/ingest.test.ts',
  'tests/islands/inventering/kinds.test.ts',
  'tests/pipeline/files/kept.test.ts',
  'tests/serving/swap.test.ts',
];

/** What takes longest, in this order. Vitest itself knows only how large a file is, until it has run it once. */
export const LONGEST = [
  'e2e/readers',
  'e2e/pages',
  'e2e/hostile',
  'e2e/figures',
  'site/kept-pages',
  'pipeline/kept',
  'pipeline/outputs',
  'serving/swap',
].map((name) => `tests/${name}.test.ts`);

/** Begins with the longest, so that no worker waits at the end for another's last file. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = LONGEST.findIndex((name) => moduleId.endsWith(`/${name}`));
      return found < 0 ? LONGEST.length : found;
    };
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

/** What coverage is measured with. */
const left = process.argv.includes('--coverage') ? UNMEASURED : [];

// Four projects: `unit` holds the code, whatever the data; `acceptance` the figures that are shipped in data/;
// `site` a built site (`OJ_SITE`, set by scripts/test.ts); `timed` how soon it answers, a file at a time with nothing
// beside it.
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
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
          exclude: ['tests/acceptance/**', 'tests/site/**', 'tests/e2e/**', ...left],
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
          globalSetup: BROWSER,
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
          globalSetup: BROWSER,
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
