import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { z } from 'zod';

// Holds a floor under the coverage of each file, from what `vitest --coverage` has measured. Exit codes: 0 all are above
// it, 1 some are below.

const FLOOR = 55;

/**
 * Rooms that run where vitest does not measure, and the tests that hold them instead: islands in a browser and
 * components and layouts in Astro (tests/e2e, tests/site); import, the desk and the pipeline as the commands that a
 * person starts, in processes and threads of their own (tests/import, tests/desk, tests/pipeline, tests/site).
 */
const ELSEWHERE =
  /^src\/(islands|components|pipeline|import|desk|layouts)\/|^src\/(refusal|effects-node)\.ts$/;

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
  .filter(({ path, lines }) => lines < FLOOR && !ELSEWHERE.test(path) && !DRAWN_ONLY.has(path));
process.stdout.write(`Täckning: ${total?.lines.pct} % av raderna; golvet för en fil är ${FLOOR} %.\n`);
for (const { path, lines } of below) process.stdout.write(`  ${path}: ${lines} %\n`);
process.exitCode = below.length > 0 ? 1 : 0;
