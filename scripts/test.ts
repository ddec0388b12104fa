import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';

// Everything `npm test` passes, in the order that fails fastest. Each step counts as one; Vitest's count themselves.
const SITE = resolve('.cache/site');
mkdirSync('.cache', { recursive: true });
const total = { passed: 0, failed: 0 };
const passedOver: string[] = [];

/** The figures that are shipped are only there until a publisher puts its own name, and data, in their place. */
const isShipped = readFileSync('data/publicering.json', 'utf8').includes('Exempelutgivaren');

/** Runs a Node program; true when it ended well. */
function node(args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const options = {
    stdio: 'inherit' as const,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...env },
  };
  return spawnSync(process.execPath, [...args], options).status === 0;
}

function step(name: string, args: readonly string[]): boolean {
  process.stdout.write(`\n── ${name}\n`);
  const ok = node(args);
  total[ok ? 'passed' : 'failed'] += 1;
  return ok;
}

const Results = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({ assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })) }),
  ),
});

function vitest(projects: readonly string[], ...options: readonly string[]): void {
  process.stdout.write(`\n── ${projects.join(', ')}\n`);
  const file = `.cache/vitest-${projects.join('-')}.json`;
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ok = node(['node_modules/vitest/vitest.mjs', 'run', ...chosen, ...reporters, ...options], {
    OJ_SITE: SITE,
  });
  const { numPassedTests, numFailedTests, testResults } = Results.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  for (const { assertionResults } of testResults)
    for (const { status, fullName } of assertionResults)
      if (status !== 'passed' && status !== 'failed') passedOver.push(fullName);
  total.passed += numPassedTests;
  // A file that cannot even be loaded has no tests to fail; it fails the run all the same.
  total.failed += ok ? numFailedTests : Math.max(1, numFailedTests);
}

step('biome', ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings']);
step('astro check', ['node_modules/astro/bin/astro.mjs', 'check', '--silent']);
step('tsc', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']);
step('knip', ['node_modules/knip/bin/knip.js']);
if (isShipped) {
  vitest(['unit', 'acceptance'], '--coverage');
  step('täckning', ['scripts/coverage.ts']);
} else {
  vitest(['unit']);
  passedOver.push('acceptance och täckning: data/ är en utgivares egna uppgifter, inte de medföljande');
}
if (step('bygge', ['scripts/build.ts', '--out', SITE])) vitest(['site']);
if (passedOver.length > 0)
  process.stdout.write(`\nInte prövat här:\n${passedOver.map((name) => `  ${name}\n`).join('')}`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);
