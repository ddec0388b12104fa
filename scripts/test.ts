import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { ROOMY } from '../src/pipeline/engine.ts';
import { LONGEST, UNMEASURED } from '../vitest.config.ts';

// Everything `npm test` passes, in the order that fails fastest, with what each step took. Each step counts as one; Vitest's count themselves.
const SITE = resolve('.cache/site');
mkdirSync('.cache', { recursive: true });
const ENV = {
  ...process.env,
  ASTRO_TELEMETRY_DISABLED: '1',
  // Commands that tests start find what Node has made of our modules before.
  NODE_COMPILE_CACHE: resolve('.cache/node'),
};
const total = { passed: 0, failed: 0 };
const passedOver: string[] = [];
/** What did not pass, with the beginning of why: said last, where a log that has been cut still has it. */
const failures: string[] = [];
const times: string[] = [];

/** Remembers how long a step has taken. @param begun when it began, in milliseconds */
function took(name: string, begun: number): void {
  times.push(`${name} ${Math.round((performance.now() - begun) / 1000)} s`);
}

/** The figures that are shipped are only there until a publisher puts its own name, and data, in their place. */
const isShipped = readFileSync('data/publicering.json', 'utf8').includes('Exempelutgivaren');

/** Runs a Node program; true when it ended well. */
function node(args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const options = { stdio: 'inherit' as const, env: { ...ENV, ...env } };
  return spawnSync(process.execPath, [...args], options).status === 0;
}

/** Steps that only read, as many beside each other as there is memory for; each is printed when it has ended. */
async function beside(steps: Readonly<Record<string, readonly string[]>>): Promise<void> {
  const left = Object.entries(steps);
  const lane = async () => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [name, args] = next;
      const begun = performance.now();
      const { ok, said } = await captured(args);
      process.stdout.write(`\n── ${name}\n${said}`);
      took(name, begun);
      counted(name, ok, said);
    }
  };
  const lanes = Math.max(1, Math.min(LANES, Math.floor(process.availableMemory() / MEMORY_OF_A_STEP)));
  await Promise.all(Array.from({ length: lanes }, lane));
}
const LANES = 2;
/** What the largest of them takes, Astro's. */
const MEMORY_OF_A_STEP = 2e9;

/** Runs a Node program and keeps what it says, in the order that it says it. */
function captured(args: readonly string[]): Promise<{ readonly ok: boolean; readonly said: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [...args], { stdio: ['ignore', 'pipe', 'pipe'], env: ENV });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (part: string) => {
        said += part;
      });
    child.on('close', (code) => done({ ok: code === 0, said }));
  });
}

/** Counts a step, and remembers one that did not pass. @param said what it printed, where that was kept */
function counted(name: string, ok: boolean, said = ''): void {
  total[ok ? 'passed' : 'failed'] += 1;
  if (!ok) failures.push(`${name}${beginning(said)}`);
}

/** The first lines of a long text, indented, without the colours of a terminal. */
function beginning(text: string): string {
  const lines = stripVTControlCharacters(text).trim().split('\n').slice(0, 12);
  return lines.map((line) => `\n    ${line.slice(0, 300)}`).join('');
}

function step(name: string, args: readonly string[]): boolean {
  process.stdout.write(`\n── ${name}\n`);
  const begun = performance.now();
  const ok = node(args);
  took(name, begun);
  counted(name, ok);
  return ok;
}

const Results = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()) }),
      ),
    }),
  ),
});

function vitest(projects: readonly string[], ...options: readonly string[]): void {
  process.stdout.write(`\n── ${projects.join(', ')}\n`);
  const begun = performance.now();
  const file = `.cache/vitest-${projects.join('-')}.json`;
  const chosen = projects.flatMap((project) => ['--project', project]);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const ok = node(['node_modules/vitest/vitest.mjs', 'run', ...chosen, ...reporters, ...options], {
    OJ_SITE: SITE,
  });
  took(projects.join(', '), begun);
  const { numPassedTests, numFailedTests, testResults } = Results.parse(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  const before = failures.length;
  for (const { name, status: ended, message, assertionResults } of testResults) {
    const path = relative('.', name);
    if (ended === 'failed' && message !== '') failures.push(`${path}${beginning(message)}`);
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === 'failed') failures.push(`${path}: ${fullName}${beginning(failureMessages.join('\n'))}`);
      else if (status !== 'passed') passedOver.push(fullName);
  }
  if (!ok && failures.length === before)
    failures.push(`${projects.join(', ')}: fel utanför testerna, se ovan`);
  total.passed += numPassedTests;
  // A file that cannot even be loaded has no tests to fail; it fails the run all the same.
  total.failed += ok ? numFailedTests : Math.max(1, numFailedTests);
}

for (const path of [...LONGEST, ...UNMEASURED]) if (!existsSync(path)) throw new Error(`${path} finns inte`);
await beside({
  // All that `tsc` checks, and the pages.
  'astro check': ['node_modules/astro/bin/astro.mjs', 'check', '--silent'],
  biome: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'],
  knip: ['node_modules/knip/bin/knip.js'],
});
if (isShipped) {
  vitest(['unit'], '--coverage');
  step('täckning', ['scripts/coverage.ts']);
  vitest(['unit', 'acceptance'], ...UNMEASURED, 'tests/acceptance/');
} else {
  vitest(['unit']);
  passedOver.push('acceptance och täckning: data/ är en utgivares egna uppgifter, inte de medföljande');
}
if (step('bygge', [...ROOMY, 'scripts/build.ts', '--out', SITE])) vitest(['site', 'timed']);
if (passedOver.length > 0)
  process.stdout.write(`\nInte prövat här:\n${passedOver.map((name) => `  ${name}\n`).join('')}`);
if (failures.length > 0)
  process.stdout.write(`\nGick inte igenom:\n${failures.map((one) => `  ${one}\n`).join('')}`);
process.stdout.write(`\nTid: ${times.join(', ')}\n`);
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exit(total.failed === 0 ? 0 : 1);
