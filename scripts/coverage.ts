import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';

// Holds a floor under the coverage of each file, from what `vitest --coverage` has measured. Exit codes: 0 all are above
// it, 1 some are below, or an exception names a file that is not there.

const FLOOR = 55;

/** Rooms that run where vitest does not measure, and the tests that hold them instead. */
const ROOMS = {
  'src/components/': 'Astro: tests/site, tests/e2e',
  'src/desk/': 'a server that is started as a command: tests/desk, tests/site/release.test.ts',
  'src/islands/': 'a browser: tests/e2e',
  'src/layouts/': 'Astro: tests/site, tests/e2e',
} as const;

/** Files of the measured rooms that run in another process or a thread. The list only shrinks. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'src/effects-node.ts': 'the real clock, files and terminal: every command',
  'src/import/excel/child.ts': 'a process of its own: tests/import/table.test.ts',
  'src/pipeline/audit.ts': 'a whole build: tests/site',
  'src/pipeline/build.ts': 'a whole build: tests/site',
  'src/pipeline/files/render-process.ts': 'a process: tests/pipeline/render-processes.test.ts',
  'src/pipeline/handed.ts': "what a build hands to the pages' process: tests/site",
  'src/pipeline/make-site.ts': 'a whole build: tests/site',
  'src/pipeline/pages/astro-app.ts': 'what Astro makes pages with: tests/site/whole.test.ts',
  'src/pipeline/pages/program.ts': 'a process: tests/site/kept-pages.test.ts',
  'src/pipeline/program.ts': 'a whole build: tests/site',
  'src/pipeline/processes/worker.ts': 'a process: tests/pipeline/processes/pool.test.ts',
  'src/pipeline/read-back-process.ts': 'a process: tests/pipeline/read-back-processes.test.ts',
  'src/pipeline/replay-lines.ts':
    'a whole build: tests/site; the attack itself: tests/disclosure/replay.test.ts',
  'src/pipeline/search-index.ts': 'a whole build: tests/site',
  'src/pipeline/site.ts': 'what pages ask for in their own process: tests/site',
};

/** Only what a page or a whole build draws: the goldens of the small site hold them. The list only shrinks. */
const DRAWN_ONLY = new Set([
  'src/charts/answer-strip.ts',
  'src/charts/spark.ts',
  'src/compare/result.ts',
  'src/disclosure/example.ts',
  'src/files/api/tables.ts',
  'src/files/feeds/calendar.ts',
  'src/files/feeds/ical.ts',
  'src/serving/accessibility.ts',
]);

const Summary = z.record(
  z.string(),
  z.object({ lines: z.object({ pct: z.union([z.number(), z.string()]) }) }),
);
const { total, ...files } = Summary.parse(
  JSON.parse(readFileSync('.cache/coverage/coverage-summary.json', 'utf8')),
);
const below = Object.entries(files)
  .map(([path, { lines }]) => ({ path: relative('.', path).replaceAll('\\', '/'), lines: Number(lines.pct) }))
  .filter(
    ({ path, lines }) =>
      lines < FLOOR &&
      !Object.keys(ROOMS).some((room) => path.startsWith(room)) &&
      !(path in ELSEWHERE) &&
      !DRAWN_ONLY.has(path),
  );
const measured = new Set(Object.keys(files).map((path) => relative('.', path).replaceAll('\\', '/')));
const gone = [...Object.keys(ELSEWHERE), ...DRAWN_ONLY].filter((path) => !measured.has(path));
process.stdout.write(`Täckning: ${total?.lines.pct} % av raderna; golvet för en fil är ${FLOOR} %.\n`);
for (const { path, lines } of below) process.stdout.write(`  ${path}: ${lines} %\n`);
for (const path of gone) process.stdout.write(`  ${path} finns inte: ta bort den ur scripts/coverage.ts\n`);
process.exitCode = below.length + gone.length > 0 ? 1 : 0;
